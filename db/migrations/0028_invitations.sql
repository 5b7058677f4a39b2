CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"stakeholder_group_id" uuid,
	"sealed" text,
	"person_key" text,
	"by_mail" boolean NOT NULL,
	"code_sha256" text NOT NULL,
	"sealed_code" text,
	"pending" jsonb,
	"asked_at" timestamp with time zone,
	"language" text,
	"mail_id" uuid,
	"mail_state" text,
	"reminded_at" timestamp with time zone,
	"reminder_id" uuid,
	"reacted" boolean DEFAULT false NOT NULL,
	"reacted_shown" boolean DEFAULT false NOT NULL,
	"tended_on" date,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_code_sha256_unique" UNIQUE("code_sha256"),
	CONSTRAINT "invitation_person" UNIQUE("consultation_id","person_key"),
	CONSTRAINT "invitation_language" CHECK ("invitation"."language" is null or "invitation"."language" in ('nl', 'en')),
	CONSTRAINT "invitation_mail" CHECK ("invitation"."mail_state" is null or "invitation"."mail_state" in ('waiting', 'sending', 'sent', 'failed', 'perhaps')),
	CONSTRAINT "invitation_forgotten" CHECK (("invitation"."sealed" is null) = ("invitation"."person_key" is null)),
	CONSTRAINT "invitation_shown" CHECK ("invitation"."reacted" or not "invitation"."reacted_shown")
);
--> statement-breakpoint
ALTER TABLE "online_consultation" ADD COLUMN "admits" text DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_stakeholder_group_id_stakeholder_group_id_fk" FOREIGN KEY ("stakeholder_group_id") REFERENCES "public"."stakeholder_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_dossier" ON "invitation" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "invitation_group" ON "invitation" USING btree ("stakeholder_group_id");--> statement-breakpoint
CREATE INDEX "invitation_pending" ON "invitation" USING btree ("consultation_id") WHERE "invitation"."pending" is not null;--> statement-breakpoint
ALTER TABLE "participant" DROP COLUMN "invitation_id";--> statement-breakpoint
ALTER TABLE "online_consultation" ADD CONSTRAINT "online_consultation_admits" CHECK ("online_consultation"."admits" in ('anyone', 'invited'));