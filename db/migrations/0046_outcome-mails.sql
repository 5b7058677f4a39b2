ALTER TABLE "invitation" ADD COLUMN "outcome_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "outcome_id" uuid;--> statement-breakpoint
CREATE INDEX "invitation_outcome_row" ON "invitation" USING btree ("outcome_id");