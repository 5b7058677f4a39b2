CREATE TABLE "passage_location" (
	"passage_id" uuid NOT NULL,
	"source_version_id" uuid NOT NULL,
	"status" text NOT NULL,
	"start_cp" integer,
	"end_cp" integer,
	"score" real NOT NULL,
	"meaning" text[] DEFAULT '{}' NOT NULL,
	"decision" text,
	"decided_start_cp" integer,
	"decided_end_cp" integer,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "passage_location_passage_id_source_version_id_pk" PRIMARY KEY("passage_id","source_version_id"),
	CONSTRAINT "passage_location_status" CHECK ("passage_location"."status" in ('exact', 'moved', 'proposed', 'orphan')),
	CONSTRAINT "passage_location_found" CHECK (("passage_location"."status" = 'orphan') = ("passage_location"."start_cp" is null) and ("passage_location"."start_cp" is null) = ("passage_location"."end_cp" is null)),
	CONSTRAINT "passage_location_decision" CHECK (("passage_location"."decision" is null) = ("passage_location"."decided_at" is null)),
	CONSTRAINT "passage_location_elsewhere" CHECK ((coalesce("passage_location"."decision", '') = 'elsewhere') = ("passage_location"."decided_start_cp" is not null)
        and ("passage_location"."decided_start_cp" is null) = ("passage_location"."decided_end_cp" is null))
);
--> statement-breakpoint
CREATE TABLE "source_revision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"file_name" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"note" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"failure" text,
	"failure_params" jsonb,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_revision_state" CHECK ("source_revision"."state" in ('waiting', 'reading', 'read', 'failed')),
	CONSTRAINT "source_revision_failure" CHECK (("source_revision"."state" = 'failed') = ("source_revision"."failure" is not null))
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "adopted_version" integer;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "adopted_on" date;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "adopted_by" text;--> statement-breakpoint
ALTER TABLE "passage_location" ADD CONSTRAINT "passage_location_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_location" ADD CONSTRAINT "passage_location_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_location" ADD CONSTRAINT "passage_location_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_revision" ADD CONSTRAINT "source_revision_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_revision" ADD CONSTRAINT "source_revision_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_revision" ADD CONSTRAINT "source_revision_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passage_location_place" ON "passage_location" USING btree ("source_version_id","start_cp");--> statement-breakpoint
CREATE UNIQUE INDEX "source_revision_n" ON "source_revision" USING btree ("source_id","n") WHERE state <> 'failed';--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_adopted" CHECK (("source"."adopted_version" is null) = ("source"."adopted_on" is null)
        and ("source"."adopted_version" is null) = ("source"."adopted_by" is null));