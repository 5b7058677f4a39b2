CREATE TABLE "explanation_picture" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"alternative" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "explanation_picture_occurrence_id_unique" UNIQUE("occurrence_id"),
	CONSTRAINT "explanation_picture_size" CHECK ("explanation_picture"."width" > 0 and "explanation_picture"."height" > 0 and "explanation_picture"."byte_size" > 0),
	CONSTRAINT "explanation_picture_told" CHECK ("explanation_picture"."alternative" <> '')
);
--> statement-breakpoint
ALTER TABLE "explanation_picture" ADD CONSTRAINT "explanation_picture_occurrence_id_statement_occurrence_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."statement_occurrence"("id") ON DELETE cascade ON UPDATE no action;