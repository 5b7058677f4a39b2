CREATE TABLE "flag" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"reaction_id" uuid NOT NULL,
	"reason" text,
	"words" text DEFAULT '' NOT NULL,
	"flagged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "flag_reason" CHECK ("flag"."reason" is null or "flag"."reason" in ('personalData', 'offensive', 'offTopic', 'advertising', 'double')),
	CONSTRAINT "flag_outcome" CHECK ("flag"."outcome" is null or "flag"."outcome" in ('stays', 'takenAway')),
	CONSTRAINT "flag_closed" CHECK (("flag"."outcome" is null) = ("flag"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "moderation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"reaction_id" uuid,
	"n" integer NOT NULL,
	"act_id" uuid NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text,
	"note" text,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	CONSTRAINT "moderation_once" UNIQUE("reaction_id","n"),
	CONSTRAINT "moderation_before" CHECK ("moderation"."before" in ('waiting', 'placed', 'refused')),
	CONSTRAINT "moderation_after" CHECK ("moderation"."after" in ('waiting', 'placed', 'refused')),
	CONSTRAINT "moderation_reason" CHECK (("moderation"."after" = 'refused') = ("moderation"."reason" is not null)),
	CONSTRAINT "moderation_reasons" CHECK ("moderation"."reason" is null or "moderation"."reason" in ('personalData', 'offensive', 'offTopic', 'advertising', 'double')),
	CONSTRAINT "moderation_note" CHECK ("moderation"."note" is null or "moderation"."reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "answer" DROP CONSTRAINT "answer_state";--> statement-breakpoint
DROP INDEX "reaction_counted";--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "refused_before" boolean;--> statement-breakpoint
ALTER TABLE "reaction" ADD COLUMN "held" boolean;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flag_open" ON "flag" USING btree ("consultation_id","reaction_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "flag_reaction" ON "flag" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "moderation_consultation" ON "moderation" USING btree ("consultation_id","decided_at");--> statement-breakpoint
CREATE INDEX "moderation_act" ON "moderation" USING btree ("act_id");--> statement-breakpoint
CREATE INDEX "reaction_held" ON "reaction" USING btree ("id") WHERE held;--> statement-breakpoint
CREATE INDEX "reaction_counted" ON "reaction" USING btree ("dossier_id","id","number","consultation_id","statement_id","stakeholder_group_id","passage_id","held");--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_refused_before" CHECK ("answer"."refused_before");--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_state" CHECK ("answer"."state" in ('waiting', 'placed', 'refused', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_held" CHECK ("reaction"."held");--> statement-breakpoint
-- Of an answer without words of its own there is nothing to read first.
UPDATE "answer" SET "state" = 'placed' WHERE "state" = 'waiting' AND NOT "worded";--> statement-breakpoint
UPDATE "reaction" SET "held" = true FROM "answer" WHERE "answer"."reaction_id" = "reaction"."id" AND "answer"."state" = 'waiting';
