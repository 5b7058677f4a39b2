CREATE TABLE "attendee" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"token_sha256" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"sends" integer DEFAULT 0 NOT NULL,
	"sends_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendee_token_sha256_unique" UNIQUE("token_sha256"),
	CONSTRAINT "attendee_name" UNIQUE("round_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"attendee_id" uuid NOT NULL,
	"block" integer NOT NULL,
	"text" text,
	"remark" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"decision" text,
	"reply" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_block" UNIQUE("attendee_id","block"),
	CONSTRAINT "correction_decision" CHECK ("correction"."decision" is null or "correction"."decision" in ('accepted', 'rejected')),
	CONSTRAINT "correction_decided" CHECK (("correction"."decision" is null) = ("correction"."decided_at" is null)),
	CONSTRAINT "correction_answered" CHECK (coalesce("correction"."decision", '') <> 'rejected' or "correction"."reply" <> ''),
	CONSTRAINT "correction_standing" CHECK ("correction"."decision" is null or "correction"."withdrawn_at" is null)
);
--> statement-breakpoint
CREATE TABLE "correction_round" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"source_version_id" uuid NOT NULL,
	"closes_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"revision_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_round_version" UNIQUE("source_version_id")
);
--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_round_id_correction_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."correction_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_round_id_correction_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."correction_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_attendee_id_attendee_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_round" ADD CONSTRAINT "correction_round_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_round" ADD CONSTRAINT "correction_round_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_round" ADD CONSTRAINT "correction_round_source_version_id_source_version_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_round" ADD CONSTRAINT "correction_round_revision_id_source_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."source_revision"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_round" ADD CONSTRAINT "correction_round_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendee_dossier" ON "attendee" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "correction_round_block" ON "correction" USING btree ("round_id","block");--> statement-breakpoint
CREATE INDEX "correction_dossier" ON "correction" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "correction_round_source" ON "correction_round" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "correction_round_dossier" ON "correction_round" USING btree ("dossier_id");