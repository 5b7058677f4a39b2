CREATE TABLE "audit_head" (
	"chain" text PRIMARY KEY NOT NULL,
	"n" bigint NOT NULL,
	"sha256" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "act" bigint;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "state_sha256" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "words" jsonb;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "signature" text;--> statement-breakpoint
CREATE INDEX "audit_act" ON "audit" USING btree ("chain","act");