ALTER TABLE "bulk_row" DROP CONSTRAINT "bulk_row_reaction_id_reaction_id_fk";
