CREATE TABLE "adoption" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"attempt" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked" jsonb,
	"state" text NOT NULL,
	"step" text,
	"progress" jsonb,
	"failure" text,
	"edition_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoption_state_kind" CHECK ("adoption"."state" in ('waiting', 'adopting', 'done', 'failed')),
	CONSTRAINT "adoption_step_kind" CHECK ("adoption"."step" in ('reading', 'searching', 'freezing', 'keeping')),
	CONSTRAINT "adoption_failure_kind" CHECK ("adoption"."failure" in ('own', 'blocked', 'personalData', 'empty', 'changed', 'overtaken', 'stopped', 'notAllowed', 'gaveUp')),
	CONSTRAINT "adoption_failed" CHECK (("adoption"."state" = 'failed') = ("adoption"."failure" is not null)),
	CONSTRAINT "adoption_done" CHECK (("adoption"."state" = 'done') = ("adoption"."edition_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;