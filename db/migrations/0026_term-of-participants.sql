ALTER TABLE "online_consultation" ADD COLUMN "keep_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "online_consultation" ADD COLUMN "wiped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "online_consultation" ADD CONSTRAINT "online_consultation_keep" CHECK ("online_consultation"."keep_days" between 1 and 730);