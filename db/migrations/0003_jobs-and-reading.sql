ALTER TABLE "source" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "failure_params" jsonb;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_failure" CHECK (("source"."state" = 'failed') = ("source"."failure" is not null));--> statement-breakpoint
-- Until now a source was only there when it had been read.
UPDATE "source" SET "state" = 'read';
