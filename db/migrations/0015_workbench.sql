ALTER TABLE "segment" ADD COLUMN "group_name" text;--> statement-breakpoint
ALTER TABLE "segment" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "segment" ADD COLUMN "position" text;--> statement-breakpoint
ALTER TABLE "segment" ADD COLUMN "alternatives" jsonb;--> statement-breakpoint
ALTER TABLE "segment" ADD COLUMN "cue" text GENERATED ALWAYS AS (case
  when text ~ '(^|[^0-9])0[1-9]([ -]?[0-9]){8}([^0-9]|$)' then 'phone'
  when text ~ '[^ @]+@[^ @]+[.][a-z]{2,}' then 'mail'
  when text ~ '^[^|]*[?]["”’)*_ ]*$' then 'question'
  when speaker is not null and char_length(text) > 40 then 'speaker'
  when text ~* '\m(ik|wij|mijn|ons kind|ouders|leerlingen|aanwezigen|zaal|bewoners)\M.*\m(vind|vinden|vindt|wil|willen|graag|moet|moeten|mist|missen|eens|oneens|te laat|bang|zorgen)\M' then 'opinion'
end) STORED;--> statement-breakpoint
ALTER TABLE "source_part" ADD COLUMN "default_group_id" uuid;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD COLUMN "explanation" text;--> statement-breakpoint
ALTER TABLE "segment" ADD CONSTRAINT "segment_group_id_stakeholder_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_part" ADD CONSTRAINT "source_part_default_group_id_stakeholder_group_id_fk" FOREIGN KEY ("default_group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "segment_group" ON "segment" USING btree ("group_id");--> statement-breakpoint
-- What was entered by hand, and what stood in one set of minutes only, is what was explained there.
UPDATE "statement_occurrence" AS o SET "explanation" = CASE
    WHEN o."explanation_passage_id" IS NULL OR (
      SELECT count(*) FROM "statement_occurrence" AS other
      WHERE other."statement_id" = o."statement_id" AND other."explanation_passage_id" IS NOT NULL
    ) = 1 THEN s."explanation"
    ELSE (SELECT p."exact" FROM "passage" AS p WHERE p."id" = o."explanation_passage_id")
  END
FROM "statement" AS s
WHERE s."id" = o."statement_id" AND (o."passage_id" IS NULL OR o."explanation_passage_id" IS NOT NULL);
