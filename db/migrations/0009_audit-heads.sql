CREATE TABLE "audit_head" (
	"chain" text PRIMARY KEY NOT NULL,
	"n" bigint NOT NULL,
	"sha256" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "audit_at";--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "act" bigint;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "state_sha256" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "words" jsonb;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "signature" text;--> statement-breakpoint
CREATE INDEX "audit_act" ON "audit" USING btree ("chain","act","n");--> statement-breakpoint
CREATE INDEX "audit_chain_at" ON "audit" USING btree ("chain","at") WHERE act is null or act = n;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at") WHERE act is null or act = n;