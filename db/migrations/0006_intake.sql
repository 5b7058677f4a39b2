DROP INDEX "core_value_name";--> statement-breakpoint
ALTER TABLE "core_value" ADD COLUMN "name_key" text;--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "text_key" text;--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD COLUMN "shown_outside" text DEFAULT 'nothing' NOT NULL;--> statement-breakpoint
-- As `nameKey` in domain/kernel/fields.ts. Of names that turn out to be the same the first has it; the others
-- keep their name and their own key, until somebody gives them another name.
UPDATE "core_value" c SET "name_key" = k.key || CASE WHEN k.n > 1 THEN ' ' || c.id ELSE '' END
FROM (
  SELECT id, key, row_number() OVER (PARTITION BY dossier_id, key ORDER BY number) AS n FROM (
    SELECT id, dossier_id, number, btrim(normalize(lower(regexp_replace(regexp_replace(
      normalize(name, NFKC), '\s+', ' ', 'g'),
      '[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]',
      '', 'g')), NFKC)) AS key FROM "core_value") keyed
) k WHERE k.id = c.id;--> statement-breakpoint
ALTER TABLE "core_value" ALTER COLUMN "name_key" SET NOT NULL;--> statement-breakpoint
-- The text of a source that was read: of two that turn out to be the same the first.
UPDATE "source" s SET "text_key" = t.key FROM (
  SELECT source_id, key FROM (
    SELECT v.source_id, v.text_sha256 AS key,
      row_number() OVER (PARTITION BY f.dossier_id, v.text_sha256 ORDER BY f.created_at, f.id) AS n
    FROM "source_version" v JOIN "source" f ON f.id = v.source_id WHERE v.n = 1
  ) same WHERE n = 1
) t WHERE t.source_id = s.id;--> statement-breakpoint
ALTER TABLE "core_value" ADD CONSTRAINT "core_value_name_key" UNIQUE("dossier_id","name_key");--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_same_text" UNIQUE("dossier_id","text_key");--> statement-breakpoint
ALTER TABLE "statement_occurrence" ADD CONSTRAINT "statement_occurrence_shown" CHECK ("statement_occurrence"."shown_outside" in ('nothing', 'statement', 'explanation'));
