DROP INDEX "reaction_counted";--> statement-breakpoint
DROP INDEX "reaction_live";--> statement-breakpoint
ALTER TABLE "reaction" ADD COLUMN "part_of_id" uuid;--> statement-breakpoint
ALTER TABLE "reaction" ADD COLUMN "divided" boolean;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_part_of_id_reaction_id_fk" FOREIGN KEY ("part_of_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reaction_part" ON "reaction" USING btree ("part_of_id") WHERE part_of_id is not null;--> statement-breakpoint
CREATE INDEX "reaction_counted" ON "reaction" USING btree ("dossier_id","id","number","consultation_id","statement_id","stakeholder_group_id","passage_id","held","divided");--> statement-breakpoint
CREATE INDEX "reaction_live" ON "reaction" USING btree ("dossier_id","consultation_id","statement_id","stakeholder_group_id","kind") WHERE held is null and divided is null;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_divided" CHECK ("reaction"."divided" is null or ("reaction"."divided" and "reaction"."part_of_id" is null));--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_part_position" CHECK ("reaction"."part_of_id" is null or "reaction"."position" = 'none');