DROP INDEX "source_same_file";--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "removed_reason" text;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "source_same_file" ON "source" USING btree ("dossier_id","sha256") WHERE written_in is null and removed_at is null;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_removed" CHECK (("source"."state" = 'removed') = ("source"."removed_at" is not null)
        and ("source"."removed_at" is null) = ("source"."removed_reason" is null));