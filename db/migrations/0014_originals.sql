ALTER TABLE "dossier" ADD COLUMN "destroys_originals" boolean;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "destroyed_reason" text;--> statement-breakpoint
CREATE INDEX "source_keep_until" ON "source" USING btree ("keep_until") WHERE keep_until is not null and destroyed_at is null;--> statement-breakpoint
CREATE INDEX "source_block_weight" ON "source_block" USING btree ("source_version_id",(start_cp + 600 * n));--> statement-breakpoint
CREATE INDEX "source_block_heading" ON "source_block" USING btree ("source_version_id","n") WHERE form = 'heading';