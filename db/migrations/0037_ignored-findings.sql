CREATE TABLE "ignored_finding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"requirement_id" uuid,
	"statement_id" uuid,
	"rule" text NOT NULL,
	"words" text NOT NULL,
	"sha256" text NOT NULL,
	"reason" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ignored_finding_of_one" CHECK (num_nonnulls("ignored_finding"."requirement_id", "ignored_finding"."statement_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "ignored_finding" ADD CONSTRAINT "ignored_finding_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_finding" ADD CONSTRAINT "ignored_finding_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_finding" ADD CONSTRAINT "ignored_finding_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_finding" ADD CONSTRAINT "ignored_finding_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ignored_finding_dossier" ON "ignored_finding" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ignored_finding_requirement" ON "ignored_finding" USING btree ("requirement_id","sha256") WHERE requirement_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ignored_finding_statement" ON "ignored_finding" USING btree ("statement_id","sha256") WHERE statement_id is not null;