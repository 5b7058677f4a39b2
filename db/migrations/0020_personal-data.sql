CREATE TABLE "personal_find" (
	"source_version_id" uuid NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"confidence" real NOT NULL,
	"form_id" uuid NOT NULL,
	"stays" boolean DEFAULT false NOT NULL,
	CONSTRAINT "personal_find_source_version_id_start_cp_pk" PRIMARY KEY("source_version_id","start_cp"),
	CONSTRAINT "personal_find_words" CHECK ("personal_find"."start_cp" >= 0 and "personal_find"."end_cp" > "personal_find"."start_cp")
);
--> statement-breakpoint
CREATE TABLE "personal_form" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "personal_form_kind" CHECK ("personal_form"."kind" in ('name', 'email', 'phone', 'address', 'birthdate', 'bsn', 'health', 'organisation'))
);
--> statement-breakpoint
CREATE TABLE "personal_release" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"held" text NOT NULL,
	"reason" text NOT NULL,
	"released_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal_search" (
	"source_version_id" uuid PRIMARY KEY NOT NULL,
	"searched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal_subject" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"redaction" text DEFAULT 'open' NOT NULL,
	"role" text,
	"code" integer,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"lock_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "personal_subject_kind" CHECK ("personal_subject"."kind" in ('name', 'email', 'phone', 'address', 'birthdate', 'bsn', 'health', 'organisation')),
	CONSTRAINT "personal_subject_redaction" CHECK ("personal_subject"."redaction" in ('open', 'role', 'code', 'keep', 'none')),
	CONSTRAINT "personal_subject_decided" CHECK (("personal_subject"."redaction" <> 'role' or "personal_subject"."role" is not null)
        and ("personal_subject"."redaction" <> 'code' or "personal_subject"."code" is not null)
        and ("personal_subject"."redaction" <> 'keep' or "personal_subject"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "personal_find" ADD CONSTRAINT "personal_find_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_find" ADD CONSTRAINT "personal_find_form_id_personal_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."personal_form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_form" ADD CONSTRAINT "personal_form_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_form" ADD CONSTRAINT "personal_form_subject_id_personal_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."personal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_release" ADD CONSTRAINT "personal_release_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_release" ADD CONSTRAINT "personal_release_released_by_account_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_search" ADD CONSTRAINT "personal_search_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_subject" ADD CONSTRAINT "personal_subject_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_subject" ADD CONSTRAINT "personal_subject_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "personal_find_form" ON "personal_find" USING btree ("form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "personal_form_text" ON "personal_form" USING btree ("dossier_id","kind",md5("text"));--> statement-breakpoint
CREATE INDEX "personal_form_subject" ON "personal_form" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "personal_release_held" ON "personal_release" USING btree ("dossier_id","held");--> statement-breakpoint
CREATE INDEX "personal_subject_dossier" ON "personal_subject" USING btree ("dossier_id","redaction");