-- Letters without accents. The Dutch stemmer takes an acute or umlaut from a vowel itself, after its
-- stop words, so those stay: "één" is a word and "een" is none. Here and not with the guards, for the
-- columns below are made by it: to change it is to make them anew. `domain/text/hits.ts` says the same,
-- to mark what was found; a test holds one against the other.
create function without_accents(t text) returns text language sql immutable strict parallel safe
return case when octet_length(t) = char_length(t) then t else
  replace(replace(replace(replace(replace(replace(replace(replace(
    translate(
      normalize(
        regexp_replace(normalize(t, NFKD),
          '(?<![aeiouAEIOU])[\u0300-\u036f]|[\u0300\u0302-\u0307\u0309-\u036f\u00ad\u200b-\u200d\u2060\ufeff]',
          '', 'g'),
        NFC),
      'ØøŁłĐđÐðĦħŦŧı', 'OoLlDdDdHhTti'),
    'Œ', 'Oe'), 'œ', 'oe'), 'Æ', 'Ae'), 'æ', 'ae'), 'ß', 'ss'), 'ẞ', 'SS'), 'Þ', 'Th'), 'þ', 'th')
end;
--> statement-breakpoint
-- A text as it is searched: a space for the signs by which the parser of full-text search takes words
-- for a path, an address, a tag or a number below zero (PO/VO, naam@school, <b>, 2025-2026).
create function search_text(t text) returns text language sql immutable strict parallel safe
return translate(without_accents(t), '/-.@_<>&+', '         ');
--> statement-breakpoint
DROP INDEX "coding_passage";--> statement-breakpoint
DROP INDEX "requirement_link_reaction";--> statement-breakpoint
DROP INDEX "requirement_link_passage";--> statement-breakpoint
ALTER TABLE "core_value" drop column "words";--> statement-breakpoint
ALTER TABLE "core_value" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', search_text(name || ' ' || definition || ' ' || rule))) STORED;--> statement-breakpoint
ALTER TABLE "reaction" drop column "words";--> statement-breakpoint
ALTER TABLE "reaction" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', search_text(text))) STORED;--> statement-breakpoint
ALTER TABLE "requirement_version" drop column "words";--> statement-breakpoint
ALTER TABLE "requirement_version" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', search_text(title || ' ' || body_text || ' ' || explanation))) STORED;--> statement-breakpoint
ALTER TABLE "source_block" drop column "words";--> statement-breakpoint
ALTER TABLE "source_block" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', search_text(text))) STORED;--> statement-breakpoint
ALTER TABLE "statement" drop column "words";--> statement-breakpoint
ALTER TABLE "statement" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch', search_text(text || ' ' || coalesce(explanation, '')))) STORED;--> statement-breakpoint
CREATE INDEX "coding_passage" ON "coding" USING btree ("passage_id") WHERE passage_id is not null;--> statement-breakpoint
CREATE INDEX "requirement_link_reaction" ON "requirement_link" USING btree ("reaction_id") WHERE reaction_id is not null;--> statement-breakpoint
CREATE INDEX "requirement_link_passage" ON "requirement_link" USING btree ("passage_id") WHERE passage_id is not null;--> statement-breakpoint
CREATE INDEX "core_value_words" ON "core_value" USING gin ("words");--> statement-breakpoint
CREATE INDEX "reaction_words" ON "reaction" USING gin ("words");--> statement-breakpoint
CREATE INDEX "requirement_version_words" ON "requirement_version" USING gin ("words");--> statement-breakpoint
CREATE INDEX "source_block_words" ON "source_block" USING gin ("words");--> statement-breakpoint
CREATE INDEX "statement_words" ON "statement" USING gin ("words");
