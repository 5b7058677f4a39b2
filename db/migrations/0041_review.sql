CREATE TABLE "review_step" (
	"requirement_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"dossier_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"act" text NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"origin" text,
	"takes_back" integer,
	"account_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_step_requirement_id_step_pk" PRIMARY KEY("requirement_id","step"),
	CONSTRAINT "review_step_act" CHECK ("review_step"."act" in ('sent', 'approved', 'returned', 'checked', 'takenBack')),
	CONSTRAINT "review_step_roles" CHECK ("review_step"."roles" <@ array['content', 'procurement', 'legal']::text[]),
	CONSTRAINT "review_step_approved" CHECK (("review_step"."act" = 'approved') = (cardinality("review_step"."roles") > 0)),
	CONSTRAINT "review_step_checked" CHECK (("review_step"."act" = 'checked') = ("review_step"."origin" is not null)),
	CONSTRAINT "review_step_returned" CHECK ("review_step"."act" <> 'returned' or "review_step"."note" <> ''),
	CONSTRAINT "review_step_taken_back" CHECK (("review_step"."act" = 'takenBack') = ("review_step"."takes_back" is not null)),
	CONSTRAINT "review_step_by" CHECK ("review_step"."act" = 'sent' or "review_step"."account_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "dossier_member" ADD COLUMN "approves" text[];--> statement-breakpoint
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_version" FOREIGN KEY ("requirement_id","n") REFERENCES "public"."requirement_version"("requirement_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_step_dossier" ON "review_step" USING btree ("dossier_id");--> statement-breakpoint
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_approves" CHECK ("dossier_member"."approves" <@ array['content', 'procurement', 'legal']::text[]);