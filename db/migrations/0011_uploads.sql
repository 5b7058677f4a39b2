CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"title" text,
	"media_type" text,
	"byte_size" integer DEFAULT 0 NOT NULL,
	"sha256" text,
	"state" text DEFAULT 'receiving' NOT NULL,
	"reading" integer DEFAULT 0 NOT NULL,
	"reading_since" timestamp with time zone,
	"progress" jsonb,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"found" jsonb,
	"failure" text,
	"failure_params" jsonb,
	"parent_id" uuid,
	"attached_to" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_state" CHECK ("upload"."state" in ('receiving', 'waiting', 'reading', 'ready', 'failed')),
	CONSTRAINT "upload_failure" CHECK (("upload"."state" = 'failed') = ("upload"."failure" is not null)),
	CONSTRAINT "upload_received" CHECK (("upload"."state" = 'receiving') = ("upload"."sha256" is null))
);
--> statement-breakpoint
ALTER TABLE "source_file" DROP CONSTRAINT "source_file_source_id_source_id_fk";
--> statement-breakpoint
-- A file of before is one piece.
ALTER TABLE "source_file" ADD COLUMN "n" integer NOT NULL DEFAULT 1;--> statement-breakpoint
ALTER TABLE "source_file" ALTER COLUMN "n" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "source_file" DROP CONSTRAINT "source_file_pkey";--> statement-breakpoint
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_source_id_n_pk" PRIMARY KEY("source_id","n");--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "choices" jsonb;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "remarks" jsonb;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "attached_to" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "keep_until" date;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "destroyed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source_version" ADD COLUMN "pages" integer[];--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_owner" ON "upload" USING btree ("dossier_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_account" ON "upload" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "upload_age" ON "upload" USING btree ("created_at");--> statement-breakpoint
-- Word files, PDFs and spreadsheets are compressed already: trying it again only costs time.
ALTER TABLE "source_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;