ALTER TABLE "invitation" DROP CONSTRAINT "invitation_forgotten";--> statement-breakpoint
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_shown";--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "letter_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "kept_until" date;--> statement-breakpoint
-- Of a letter was kept when it was asked for, as of a mail.
UPDATE "invitation" SET "letter_at" = "asked_at", "asked_at" = NULL
  WHERE "asked_at" IS NOT NULL AND "mail_id" IS NULL AND "mail_state" IS NULL AND "pending" IS NULL;--> statement-breakpoint
UPDATE "invitation" SET "person_key" = NULL WHERE "withdrawn_at" IS NOT NULL;--> statement-breakpoint
-- What was known and not shown stays unshown.
UPDATE "invitation" SET "reacted" = "reacted_shown";--> statement-breakpoint
UPDATE "invitation" SET "sealed_code" = NULL WHERE "reacted";--> statement-breakpoint
ALTER TABLE "invitation" DROP COLUMN "reacted_shown";--> statement-breakpoint
CREATE INDEX "invitation_mail_row" ON "invitation" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "invitation_reminder_row" ON "invitation" USING btree ("reminder_id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_forgotten" CHECK (("invitation"."sealed" is null or "invitation"."withdrawn_at" is not null) = ("invitation"."person_key" is null));--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_shown" CHECK (not "invitation"."reacted" or "invitation"."sealed_code" is null);