CREATE TABLE "answer_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participant_id" uuid NOT NULL,
	"statement_id" uuid,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"sent" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_file_once" UNIQUE NULLS NOT DISTINCT("participant_id","statement_id","sent"),
	CONSTRAINT "answer_file_kind" CHECK ("answer_file"."kind" in ('pdf', 'docx', 'picture')),
	CONSTRAINT "answer_file_size" CHECK ("answer_file"."byte_size" > 0)
);
--> statement-breakpoint
ALTER TABLE "online_consultation" ADD COLUMN "takes_files" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_file_statement" ON "answer_file" USING btree ("statement_id");