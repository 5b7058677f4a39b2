CREATE TABLE "answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"statement_id" uuid,
	"asked" text NOT NULL,
	"reaction_id" uuid,
	"source_id" uuid,
	"worded" boolean NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "answer_reaction_id_unique" UNIQUE("reaction_id"),
	CONSTRAINT "answer_once" UNIQUE NULLS NOT DISTINCT("participant_id","statement_id"),
	CONSTRAINT "answer_state" CHECK ("answer"."state" in ('waiting', 'placed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "consultation_address" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"stakeholder_group_id" uuid,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_address_code_unique" UNIQUE("code"),
	CONSTRAINT "consultation_address_group" UNIQUE NULLS NOT DISTINCT("consultation_id","stakeholder_group_id")
);
--> statement-breakpoint
CREATE TABLE "draft_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participant_id" uuid NOT NULL,
	"statement_id" uuid,
	"position" text,
	"text" text NOT NULL,
	"n" integer DEFAULT 1 NOT NULL,
	"other" jsonb,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_answer_once" UNIQUE NULLS NOT DISTINCT("participant_id","statement_id"),
	CONSTRAINT "draft_answer_position" CHECK ("draft_answer"."position" is null or "draft_answer"."position" in ('agree', 'partly', 'disagree', 'none'))
);
--> statement-breakpoint
CREATE TABLE "online_consultation" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"answer_by" date,
	"asks_position" boolean DEFAULT true NOT NULL,
	"position_words" jsonb,
	"others" text DEFAULT 'never' NOT NULL,
	"moderation" text DEFAULT 'before' NOT NULL,
	"max_length" integer DEFAULT 2000 NOT NULL,
	"missing_question" text,
	"privacy" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "online_consultation_others" CHECK ("online_consultation"."others" in ('never', 'afterOwn', 'afterClosing')),
	CONSTRAINT "online_consultation_moderation" CHECK ("online_consultation"."moderation" in ('before', 'after')),
	CONSTRAINT "online_consultation_length" CHECK ("online_consultation"."max_length" between 100 and 10000)
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"stakeholder_group_id" uuid,
	"address_sha256" text NOT NULL,
	"number" text NOT NULL,
	"invitation_id" uuid,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participant_address_sha256_unique" UNIQUE("address_sha256"),
	CONSTRAINT "participant_number" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
ALTER TABLE "source" DROP CONSTRAINT "source_same_file";--> statement-breakpoint
DROP INDEX "audit_chain_at";--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "written_in" uuid;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_address" ADD CONSTRAINT "consultation_address_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_address" ADD CONSTRAINT "consultation_address_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_address" ADD CONSTRAINT "consultation_address_stakeholder_group_id_stakeholder_group_id_fk" FOREIGN KEY ("stakeholder_group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answer" ADD CONSTRAINT "draft_answer_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answer" ADD CONSTRAINT "draft_answer_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "online_consultation" ADD CONSTRAINT "online_consultation_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "online_consultation" ADD CONSTRAINT "online_consultation_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_stakeholder_group_id_stakeholder_group_id_fk" FOREIGN KEY ("stakeholder_group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_statement" ON "answer" USING btree ("consultation_id","statement_id","sent_at");--> statement-breakpoint
CREATE INDEX "answer_source" ON "answer" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "answer_asked" ON "answer" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "draft_answer_statement" ON "draft_answer" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "online_consultation_dossier" ON "online_consultation" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "participant_group" ON "participant" USING btree ("stakeholder_group_id");--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_written_in_consultation_id_fk" FOREIGN KEY ("written_in") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_dossier_at" ON "audit" USING btree ("dossier_id","at") WHERE act is null or act = n;--> statement-breakpoint
CREATE UNIQUE INDEX "source_same_file" ON "source" USING btree ("dossier_id","sha256") WHERE written_in is null;--> statement-breakpoint
CREATE INDEX "source_written_in" ON "source" USING btree ("written_in") WHERE written_in is not null;