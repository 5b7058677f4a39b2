CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"session_epoch" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_kind" CHECK ("account"."kind" in ('administrator', 'staff', 'guest'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"token_sha256" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_link_token_sha256_unique" UNIQUE("token_sha256")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"chain" text NOT NULL,
	"n" bigint NOT NULL,
	"dossier_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before_sha256" text,
	"after_sha256" text,
	"previous_sha256" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "audit_chain_n_pk" PRIMARY KEY("chain","n")
);
--> statement-breakpoint
CREATE TABLE "consultation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"audience" text DEFAULT 'stakeholder' NOT NULL,
	"held_on" date,
	"starts_at" text,
	"sector" text,
	"chair" text,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_kind" CHECK ("consultation"."kind" in ('meeting', 'interview', 'survey', 'online', 'information')),
	CONSTRAINT "consultation_audience" CHECK ("consultation"."audience" in ('market', 'stakeholder'))
);
--> statement-breakpoint
CREATE TABLE "coding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"core_value_id" uuid NOT NULL,
	"reaction_id" uuid,
	"passage_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_reason" text,
	CONSTRAINT "coding_one_end" CHECK (num_nonnulls("coding"."reaction_id", "coding"."passage_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "core_value" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"example_passage_id" uuid,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', name || ' ' || definition || ' ' || rule)) STORED,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "core_value_number" UNIQUE("dossier_id","number")
);
--> statement-breakpoint
CREATE TABLE "core_value_version" (
	"core_value_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"rule" text NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "core_value_version_core_value_id_n_pk" PRIMARY KEY("core_value_id","n")
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"contracting_authority" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"stakeholder_code" text,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dossier_slug_unique" UNIQUE("slug"),
	CONSTRAINT "dossier_stakeholder_code_unique" UNIQUE("stakeholder_code")
);
--> statement-breakpoint
CREATE TABLE "dossier_counter" (
	"dossier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "dossier_counter_dossier_id_name_pk" PRIMARY KEY("dossier_id","name")
);
--> statement-breakpoint
CREATE TABLE "dossier_member" (
	"dossier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dossier_member_dossier_id_account_id_pk" PRIMARY KEY("dossier_id","account_id"),
	CONSTRAINT "dossier_member_role" CHECK ("dossier_member"."role" in ('author', 'reviewer', 'stakeholder'))
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"on_date" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stakeholder_group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"expected" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "stakeholder_group_name" UNIQUE("dossier_id","name")
);
--> statement-breakpoint
CREATE TABLE "reaction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"consultation_id" uuid NOT NULL,
	"statement_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"position" text DEFAULT 'none' NOT NULL,
	"stakeholder_group_id" uuid,
	"speaker" text,
	"reply_to_id" uuid,
	"passage_id" uuid,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', text)) STORED,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reaction_number" UNIQUE("dossier_id","number"),
	CONSTRAINT "reaction_kind" CHECK ("reaction"."kind" in ('reaction', 'question', 'answer', 'advice', 'concern', 'expectation', 'compliment', 'remark')),
	CONSTRAINT "reaction_position" CHECK ("reaction"."position" in ('agree', 'partly', 'disagree', 'none'))
);
--> statement-breakpoint
CREATE TABLE "chapter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"lock_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"chapter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"no_source_reason" text,
	"dropped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_code" UNIQUE("dossier_id","code")
);
--> statement-breakpoint
CREATE TABLE "requirement_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"requirement_id" uuid NOT NULL,
	"core_value_id" uuid,
	"reaction_id" uuid,
	"passage_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "requirement_link_one_end" CHECK (num_nonnulls("requirement_link"."core_value_id", "requirement_link"."reaction_id", "requirement_link"."passage_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "requirement_version" (
	"requirement_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"dossier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_text" text NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"verification" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"fingerprint" text NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', title || ' ' || body_text || ' ' || explanation)) STORED,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_version_requirement_id_n_pk" PRIMARY KEY("requirement_id","n"),
	CONSTRAINT "requirement_version_kind" CHECK ("requirement_version"."kind" in ('mandatory', 'preference', 'performance', 'suitability', 'award'))
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"source_version_id" uuid NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"exact" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passage_place" UNIQUE("source_version_id","start_cp","end_cp"),
	CONSTRAINT "passage_length" CHECK ("passage"."end_cp" > "passage"."start_cp")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_same_file" UNIQUE("dossier_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "source_block" (
	"source_version_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"before" text NOT NULL,
	"text" text NOT NULL,
	"form" text NOT NULL,
	"level" integer NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', text)) STORED,
	CONSTRAINT "source_block_source_version_id_n_pk" PRIMARY KEY("source_version_id","n"),
	CONSTRAINT "source_block_length" CHECK ("source_block"."end_cp" - "source_block"."start_cp" = char_length("source_block"."text"))
);
--> statement-breakpoint
CREATE TABLE "source_file" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"characters" integer NOT NULL,
	"trailing" text NOT NULL,
	"text_sha256" text NOT NULL,
	"normaliser_version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_version_n" UNIQUE("source_id","n")
);
--> statement-breakpoint
CREATE TABLE "segment" (
	"part_id" uuid NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"quote_start_cp" integer NOT NULL,
	"quote_end_cp" integer NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"statement" integer,
	"speaker" text,
	"reply_to_cp" integer,
	"reason" text NOT NULL,
	"confidence" real NOT NULL,
	"decision" text DEFAULT 'open' NOT NULL,
	"irrelevant_reason" text,
	CONSTRAINT "segment_part_id_start_cp_pk" PRIMARY KEY("part_id","start_cp"),
	CONSTRAINT "segment_length" CHECK ("segment"."end_cp" > "segment"."start_cp"),
	CONSTRAINT "segment_irrelevant" CHECK ("segment"."decision" <> 'irrelevant' or coalesce("segment"."irrelevant_reason", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "source_part" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"source_version_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"held_on" date,
	"starts_at" text,
	"sector" text,
	"consultation_id" uuid,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"lock_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "source_part_n" UNIQUE("source_version_id","n")
);
--> statement-breakpoint
CREATE TABLE "splitting_step" (
	"part_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"action" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "splitting_step_part_id_n_pk" PRIMARY KEY("part_id","n")
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"text" text NOT NULL,
	"explanation" text,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', text || ' ' || coalesce(explanation, ''))) STORED,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_occurrence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"passage_id" uuid,
	"explanation_passage_id" uuid,
	CONSTRAINT "statement_occurrence_number" UNIQUE("consultation_id","number"),
	CONSTRAINT "statement_occurrence_once" UNIQUE("statement_id","consultation_id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_core_value_id_core_value_id_fk" FOREIGN KEY ("core_value_id") REFERENCES "public"."core_value"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core_value" ADD CONSTRAINT "core_value_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core_value" ADD CONSTRAINT "core_value_example_passage_id_passage_id_fk" FOREIGN KEY ("example_passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core_value_version" ADD CONSTRAINT "core_value_version_core_value_id_core_value_id_fk" FOREIGN KEY ("core_value_id") REFERENCES "public"."core_value"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core_value_version" ADD CONSTRAINT "core_value_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_counter" ADD CONSTRAINT "dossier_counter_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stakeholder_group" ADD CONSTRAINT "stakeholder_group_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_stakeholder_group_id_stakeholder_group_id_fk" FOREIGN KEY ("stakeholder_group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_reply_to_id_reaction_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chapter" ADD CONSTRAINT "chapter_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_chapter_id_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."chapter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_core_value_id_core_value_id_fk" FOREIGN KEY ("core_value_id") REFERENCES "public"."core_value"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_link" ADD CONSTRAINT "requirement_link_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_version" ADD CONSTRAINT "requirement_version_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_version" ADD CONSTRAINT "requirement_version_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_version" ADD CONSTRAINT "requirement_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_block" ADD CONSTRAINT "source_block_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment" ADD CONSTRAINT "segment_part_id_source_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."source_part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_part" ADD CONSTRAINT "source_part_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_part" ADD CONSTRAINT "source_part_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_part" ADD CONSTRAINT "source_part_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_part" ADD CONSTRAINT "source_part_confirmed_by_account_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "splitting_step" ADD CONSTRAINT "splitting_step_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "splitting_step" ADD CONSTRAINT "splitting_step_part_id_source_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."source_part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_explanation_passage_id_passage_id_fk" FOREIGN KEY ("explanation_passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sign_in_link_account" ON "sign_in_link" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("entity","entity_id");--> statement-breakpoint
CREATE INDEX "consultation_dossier" ON "consultation" USING btree ("dossier_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "coding_reaction_once" ON "coding" USING btree ("core_value_id","reaction_id") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "coding_passage_once" ON "coding" USING btree ("core_value_id","passage_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "coding_dossier" ON "coding" USING btree ("dossier_id","core_value_id");--> statement-breakpoint
CREATE INDEX "coding_reaction" ON "coding" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "coding_passage" ON "coding" USING btree ("passage_id");--> statement-breakpoint
CREATE UNIQUE INDEX "core_value_name" ON "core_value" USING btree ("dossier_id",lower("name"));--> statement-breakpoint
CREATE INDEX "core_value_words" ON "core_value" USING gin ("words");--> statement-breakpoint
CREATE INDEX "dossier_member_account" ON "dossier_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "milestone_dossier" ON "milestone" USING btree ("dossier_id","on_date");--> statement-breakpoint
CREATE INDEX "reaction_consultation" ON "reaction" USING btree ("dossier_id","consultation_id","number");--> statement-breakpoint
CREATE INDEX "reaction_statement" ON "reaction" USING btree ("dossier_id","statement_id","number");--> statement-breakpoint
CREATE INDEX "reaction_group" ON "reaction" USING btree ("dossier_id","stakeholder_group_id","number");--> statement-breakpoint
CREATE INDEX "reaction_passage" ON "reaction" USING btree ("passage_id");--> statement-breakpoint
CREATE INDEX "reaction_words" ON "reaction" USING gin ("words");--> statement-breakpoint
CREATE INDEX "chapter_dossier" ON "chapter" USING btree ("dossier_id","position");--> statement-breakpoint
CREATE INDEX "requirement_place" ON "requirement" USING btree ("dossier_id","chapter_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_link_core_value_once" ON "requirement_link" USING btree ("requirement_id","core_value_id") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_link_reaction_once" ON "requirement_link" USING btree ("requirement_id","reaction_id") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_link_passage_once" ON "requirement_link" USING btree ("requirement_id","passage_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "requirement_link_dossier" ON "requirement_link" USING btree ("dossier_id","requirement_id");--> statement-breakpoint
CREATE INDEX "requirement_link_core_value" ON "requirement_link" USING btree ("core_value_id");--> statement-breakpoint
CREATE INDEX "requirement_link_reaction" ON "requirement_link" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "requirement_link_passage" ON "requirement_link" USING btree ("passage_id");--> statement-breakpoint
CREATE INDEX "requirement_version_dossier" ON "requirement_version" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "requirement_version_words" ON "requirement_version" USING gin ("words");--> statement-breakpoint
CREATE INDEX "passage_dossier" ON "passage" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "source_block_place" ON "source_block" USING btree ("source_version_id","start_cp");--> statement-breakpoint
CREATE INDEX "source_block_words" ON "source_block" USING gin ("words");--> statement-breakpoint
CREATE INDEX "source_version_dossier" ON "source_version" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "segment_open" ON "segment" USING btree ("part_id","decision");--> statement-breakpoint
CREATE INDEX "source_part_dossier" ON "source_part" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "statement_dossier" ON "statement" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "statement_words" ON "statement" USING gin ("words");--> statement-breakpoint
CREATE INDEX "statement_occurrence_dossier" ON "statement_occurrence" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "statement_occurrence_passage" ON "statement_occurrence" USING btree ("passage_id");