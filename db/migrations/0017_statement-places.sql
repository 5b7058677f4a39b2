CREATE TABLE "statement_place" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"part_id" uuid,
	"number" integer,
	"label" text,
	"passage_id" uuid,
	"explanation" text,
	"explanation_passage_id" uuid,
	CONSTRAINT "statement_place_number" UNIQUE("part_id","number")
);
--> statement-breakpoint
ALTER TABLE "statement_occurrence" DROP CONSTRAINT "statement_occurrence_passage_id_passage_id_fk";
--> statement-breakpoint
ALTER TABLE "statement_occurrence" DROP CONSTRAINT "statement_occurrence_explanation_passage_id_passage_id_fk";
--> statement-breakpoint
DROP INDEX "statement_occurrence_passage";--> statement-breakpoint
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_occurrence_id_statement_occurrence_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."statement_occurrence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_part_id_source_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."source_part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_explanation_passage_id_passage_id_fk" FOREIGN KEY ("explanation_passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statement_place_occurrence" ON "statement_place" USING btree ("occurrence_id");--> statement-breakpoint
CREATE INDEX "statement_place_passage" ON "statement_place" USING btree ("passage_id");--> statement-breakpoint
CREATE INDEX "statement_place_explanation" ON "statement_place" USING btree ("explanation_passage_id");--> statement-breakpoint
-- Each gets the place it had: in the document where its words stand, or by hand.
INSERT INTO "statement_place" ("occurrence_id", "part_id", "number", "passage_id", "explanation_passage_id")
SELECT o."id", d."id", d."statement", o."passage_id", o."explanation_passage_id"
FROM "statement_occurrence" AS o
LEFT JOIN "passage" AS q ON q."id" = o."passage_id"
LEFT JOIN LATERAL (
  SELECT p."id", s."statement" FROM "source_part" AS p JOIN "segment" AS s ON s."part_id" = p."id"
  WHERE p."source_version_id" = q."source_version_id" AND p."consultation_id" = o."consultation_id"
    AND p."confirmed_at" IS NOT NULL AND s."kind" = 'statement' AND s."decision" <> 'irrelevant'
    AND s."quote_start_cp" = q."start_cp" AND s."quote_end_cp" = q."end_cp"
  LIMIT 1
) AS d ON true;--> statement-breakpoint
-- And one more where another confirmed document of the consultation put it: the same words, or reactions to it.
INSERT INTO "statement_place" ("occurrence_id", "part_id", "number", "passage_id")
SELECT DISTINCT ON (p."id", s."statement") o."id", p."id", s."statement", q."id"
FROM "source_part" AS p
JOIN "segment" AS s ON s."part_id" = p."id"
JOIN "passage" AS q ON q."source_version_id" = p."source_version_id"
  AND q."start_cp" = s."quote_start_cp" AND q."end_cp" = s."quote_end_cp"
JOIN "statement_occurrence" AS o ON o."consultation_id" = p."consultation_id"
JOIN "statement" AS t ON t."id" = o."statement_id"
CROSS JOIN LATERAL (
  SELECT count(*) AS n FROM "segment" AS g
  JOIN "passage" AS w ON w."source_version_id" = p."source_version_id"
    AND w."start_cp" = g."quote_start_cp" AND w."end_cp" = g."quote_end_cp"
  JOIN "reaction" AS r ON r."passage_id" = w."id" AND r."consultation_id" = p."consultation_id"
  WHERE g."part_id" = p."id" AND g."statement" = s."statement" AND r."statement_id" = o."statement_id"
) AS said
WHERE p."confirmed_at" IS NOT NULL AND s."kind" = 'statement' AND s."decision" <> 'irrelevant'
  AND s."statement" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "statement_place" AS l
    WHERE l."part_id" = p."id" AND l."number" = s."statement")
  AND (said.n > 0 OR regexp_replace(lower(t."text"), '[^[:alnum:]]', '', 'g')
    = regexp_replace(lower(q."exact"), '[^[:alnum:]]', '', 'g'))
ORDER BY p."id", s."statement", said.n DESC, s."start_cp";--> statement-breakpoint
-- A view of the first days reads it; the views of today (`db/guards`) do not, and are made anew after this.
DROP VIEW IF EXISTS "trace_edge" CASCADE;--> statement-breakpoint
ALTER TABLE "statement_occurrence" DROP COLUMN "passage_id";--> statement-breakpoint
ALTER TABLE "statement_occurrence" DROP COLUMN "explanation_passage_id";