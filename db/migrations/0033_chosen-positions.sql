ALTER TABLE "answer" ADD COLUMN "chosen" boolean DEFAULT true NOT NULL;--> statement-breakpoint
-- Of earlier ones nobody can tell no opinion from nothing chosen: nothing is chosen for anybody.
UPDATE "answer" SET "chosen" = false FROM "reaction"
  WHERE "reaction"."id" = "answer"."reaction_id" AND "reaction"."position" = 'none' AND "answer"."worded";--> statement-breakpoint
ALTER TABLE "answer" ALTER COLUMN "chosen" DROP DEFAULT;
