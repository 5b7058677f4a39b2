CREATE TABLE "disposition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"reaction_id" uuid NOT NULL,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"outcome" text,
	CONSTRAINT "disposition_reaction" UNIQUE("reaction_id"),
	CONSTRAINT "disposition_outcome_kind" CHECK ("disposition"."outcome" in ('adopted', 'partly', 'rejected', 'elsewhere', 'outOfScope', 'noted'))
);
--> statement-breakpoint
CREATE TABLE "disposition_requirement" (
	"disposition_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"requirement_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"link_id" uuid,
	CONSTRAINT "disposition_requirement_disposition_id_n_requirement_id_pk" PRIMARY KEY("disposition_id","n","requirement_id")
);
--> statement-breakpoint
CREATE TABLE "disposition_version" (
	"disposition_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"dossier_id" uuid NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"takes_back" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "disposition_version_disposition_id_n_pk" PRIMARY KEY("disposition_id","n"),
	CONSTRAINT "disposition_version_outcome" CHECK ("disposition_version"."outcome" in ('adopted', 'partly', 'rejected', 'elsewhere', 'outOfScope', 'noted')),
	CONSTRAINT "disposition_version_whole" CHECK ("disposition_version"."outcome" is not null
        or ("disposition_version"."takes_back" is not null and "disposition_version"."reason" = '' and "disposition_version"."place" = '')),
	CONSTRAINT "disposition_version_reasoned" CHECK ("disposition_version"."outcome" not in ('rejected', 'outOfScope') or "disposition_version"."reason" <> ''),
	CONSTRAINT "disposition_version_placed" CHECK (("disposition_version"."outcome" = 'elsewhere') = ("disposition_version"."place" <> ''))
);
--> statement-breakpoint
ALTER TABLE "disposition" ADD CONSTRAINT "disposition_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition" ADD CONSTRAINT "disposition_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_requirement" ADD CONSTRAINT "disposition_requirement_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_requirement" ADD CONSTRAINT "disposition_requirement_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_requirement" ADD CONSTRAINT "disposition_requirement_link_id_requirement_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."requirement_link"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_requirement" ADD CONSTRAINT "disposition_requirement_version" FOREIGN KEY ("disposition_id","n") REFERENCES "public"."disposition_version"("disposition_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_version" ADD CONSTRAINT "disposition_version_disposition_id_disposition_id_fk" FOREIGN KEY ("disposition_id") REFERENCES "public"."disposition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_version" ADD CONSTRAINT "disposition_version_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposition_version" ADD CONSTRAINT "disposition_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disposition_outcome" ON "disposition" USING btree ("dossier_id","outcome","reaction_id");--> statement-breakpoint
CREATE INDEX "disposition_requirement_requirement" ON "disposition_requirement" USING btree ("requirement_id");--> statement-breakpoint
CREATE INDEX "disposition_version_act" ON "disposition_version" USING btree ("dossier_id","created_by","created_at");