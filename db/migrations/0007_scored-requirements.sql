ALTER TABLE "requirement_version" ADD COLUMN "score" integer;--> statement-breakpoint
ALTER TABLE "requirement_version" ADD COLUMN "weight" integer;