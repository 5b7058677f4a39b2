CREATE TABLE "edition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"major" integer NOT NULL,
	"minor" integer NOT NULL,
	"head" text NOT NULL,
	"sha256" text NOT NULL,
	"content_sha256" text NOT NULL,
	"decided_on" date NOT NULL,
	"previous_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_number" UNIQUE("dossier_id","major","minor"),
	CONSTRAINT "edition_kind" CHECK ("edition"."kind" in ('concept', 'definitive')),
	CONSTRAINT "edition_counted" CHECK (("edition"."kind" = 'definitive') = ("edition"."minor" = 0) and "edition"."major" + "edition"."minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "edition_act" (
	"edition_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_act_edition_id_act_pk" PRIMARY KEY("edition_id","act"),
	CONSTRAINT "edition_act_kind" CHECK ("edition_act"."act" in ('published', 'withdrawn')),
	CONSTRAINT "edition_act_reasoned" CHECK (("edition_act"."act" = 'withdrawn') = ("edition_act"."reason" <> ''))
);
--> statement-breakpoint
CREATE TABLE "edition_part" (
	"edition_id" uuid NOT NULL,
	"section" text NOT NULL,
	"n" integer NOT NULL,
	"key" text NOT NULL,
	"body" text NOT NULL,
	"words" text,
	"parent" text,
	"group_key" text,
	"outcome" text,
	"statement_key" text,
	CONSTRAINT "edition_part_edition_id_section_n_pk" PRIMARY KEY("edition_id","section","n"),
	CONSTRAINT "edition_part_key" UNIQUE("edition_id","section","key"),
	CONSTRAINT "edition_part_outcome_kind" CHECK ("edition_part"."outcome" in ('adopted', 'partly', 'rejected', 'elsewhere', 'outOfScope', 'noted'))
);
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_previous_id_edition_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_act" ADD CONSTRAINT "edition_act_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_act" ADD CONSTRAINT "edition_act_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_part" ADD CONSTRAINT "edition_part_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_part_parent" ON "edition_part" USING btree ("edition_id","section","parent","n");--> statement-breakpoint
CREATE INDEX "edition_part_outcome" ON "edition_part" USING btree ("edition_id","section","outcome","n") WHERE outcome is not null;--> statement-breakpoint
CREATE INDEX "edition_part_group" ON "edition_part" USING btree ("edition_id","section","group_key","n") WHERE group_key is not null;