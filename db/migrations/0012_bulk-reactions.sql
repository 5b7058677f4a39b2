CREATE TABLE "bulk_row" (
	"reaction_id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"reference" text,
	"content_key" text NOT NULL,
	"said_on" date
);
--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"dossier_id" uuid NOT NULL,
	"header_key" text NOT NULL,
	"role" text,
	"groups" jsonb,
	CONSTRAINT "column_mapping_dossier_id_header_key_pk" PRIMARY KEY("dossier_id","header_key")
);
--> statement-breakpoint
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_row_dossier" ON "bulk_row" USING btree ("dossier_id","content_key");--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_row_reference" ON "bulk_row" USING btree ("consultation_id","reference") WHERE reference is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_row_content" ON "bulk_row" USING btree ("consultation_id","content_key") WHERE reference is null;