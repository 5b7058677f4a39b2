CREATE TABLE "requirement_draft" (
	"requirement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"base" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"explanation" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_draft_requirement_id_account_id_pk" PRIMARY KEY("requirement_id","account_id"),
	CONSTRAINT "requirement_draft_kind" CHECK ("requirement_draft"."kind" in ('mandatory', 'preference', 'performance', 'suitability', 'award'))
);
--> statement-breakpoint
ALTER TABLE "requirement_draft" ADD CONSTRAINT "requirement_draft_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_draft" ADD CONSTRAINT "requirement_draft_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_draft" ADD CONSTRAINT "requirement_draft_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requirement_draft_own" ON "requirement_draft" USING btree ("dossier_id","account_id");