-- A text by its words alone, in their order: without capitals, accents and signs. An index is made by it: to change it is to make
-- that anew.
create function same_words(t text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(translate(
  regexp_replace(normalize(lower(search_text(t)), NFD), '[\u0300-\u036f]', '', 'g'), ',;:!?()[]{}"''’‘“”„…*•·|—–', repeat(' ', 32)), '\s+', ' ', 'g'));
--> statement-breakpoint
CREATE TABLE "same_verdict" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"reaction_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"same" boolean NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	CONSTRAINT "same_verdict_pair" UNIQUE("reaction_id","other_id"),
	CONSTRAINT "same_verdict_order" CHECK ("same_verdict"."reaction_id" < "same_verdict"."other_id")
);
--> statement-breakpoint
ALTER TABLE "same_verdict" ADD CONSTRAINT "same_verdict_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_verdict" ADD CONSTRAINT "same_verdict_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_verdict" ADD CONSTRAINT "same_verdict_other_id_reaction_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."reaction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_verdict" ADD CONSTRAINT "same_verdict_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "same_verdict_other" ON "same_verdict" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "reaction_same_words" ON "reaction" USING btree ("dossier_id",md5(same_words(text)));