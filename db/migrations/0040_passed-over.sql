CREATE TABLE "passed_over" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"blocker" text NOT NULL,
	"things" text[] NOT NULL,
	"count" integer NOT NULL,
	"reason" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "passed_over_blocker" CHECK ("passed_over"."blocker" in ('withoutSource', 'withoutAnswer', 'suspect')),
	CONSTRAINT "passed_over_reasoned" CHECK ("passed_over"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "personal_release" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "personal_release" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passed_over_dossier" ON "passed_over" USING btree ("dossier_id","blocker");--> statement-breakpoint
CREATE UNIQUE INDEX "passed_over_standing" ON "passed_over" USING btree ("dossier_id","blocker") WHERE withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "personal_release" ADD CONSTRAINT "personal_release_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;