CREATE TABLE "edition_comparison" (
	"edition_id" uuid NOT NULL,
	"base_id" uuid NOT NULL,
	"rules" integer NOT NULL,
	"short" text NOT NULL,
	"whole" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_comparison_edition_id_base_id_rules_pk" PRIMARY KEY("edition_id","base_id","rules")
);
--> statement-breakpoint
ALTER TABLE "edition_comparison" ADD CONSTRAINT "edition_comparison_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_comparison" ADD CONSTRAINT "edition_comparison_base_id_edition_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;