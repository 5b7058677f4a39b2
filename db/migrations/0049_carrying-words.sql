CREATE TABLE "carrying_word" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"requirement_id" uuid NOT NULL,
	"reaction_id" uuid,
	"passage_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "carrying_word_one_end" CHECK (num_nonnulls("carrying_word"."reaction_id", "carrying_word"."passage_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying_word" ADD CONSTRAINT "carrying_word_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carrying_word_reaction_once" ON "carrying_word" USING btree ("requirement_id","reaction_id") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "carrying_word_passage_once" ON "carrying_word" USING btree ("requirement_id","passage_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "carrying_word_dossier" ON "carrying_word" USING btree ("dossier_id","requirement_id");--> statement-breakpoint
CREATE INDEX "carrying_word_reaction" ON "carrying_word" USING btree ("reaction_id") WHERE reaction_id is not null;--> statement-breakpoint
CREATE INDEX "carrying_word_passage" ON "carrying_word" USING btree ("passage_id") WHERE passage_id is not null;