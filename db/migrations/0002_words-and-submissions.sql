CREATE TABLE "applied_guards" (
	"sha256" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage_reaction" (
	"passage_id" uuid NOT NULL,
	"reaction_id" uuid NOT NULL,
	"own" boolean NOT NULL,
	"source_version_id" uuid NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	CONSTRAINT "passage_reaction_passage_id_reaction_id_pk" PRIMARY KEY("passage_id","reaction_id")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"sha256" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submission_actor_key_sha256_pk" PRIMARY KEY("actor","key","sha256")
);
--> statement-breakpoint
ALTER TABLE "consultation" DROP CONSTRAINT "consultation_audience";--> statement-breakpoint
ALTER TABLE "passage_reaction" ADD CONSTRAINT "passage_reaction_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_reaction" ADD CONSTRAINT "passage_reaction_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passage_reaction_reaction" ON "passage_reaction" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "passage_reaction_place" ON "passage_reaction" USING btree ("source_version_id","start_cp") WHERE own;--> statement-breakpoint
CREATE INDEX "submission_age" ON "submission" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_audience" CHECK ("consultation"."audience" in ('stakeholder', 'market'));--> statement-breakpoint
-- Whose words the passages hold that are there already. From here on the guards keep it.
INSERT INTO "passage_reaction" ("passage_id", "reaction_id", "own", "source_version_id", "start_cp", "end_cp")
  SELECT p.id, r.id, true, p.source_version_id, p.start_cp, p.end_cp
  FROM "reaction" r JOIN "passage" p ON p.id = r.passage_id;
--> statement-breakpoint
INSERT INTO "passage_reaction" ("passage_id", "reaction_id", "own", "source_version_id", "start_cp", "end_cp")
  SELECT p.id, o.reaction_id, false, p.source_version_id, p.start_cp, p.end_cp
  FROM "passage" p
  JOIN "passage_reaction" o ON o.own AND o.source_version_id = p.source_version_id
    AND o.start_cp < p.end_cp AND o.end_cp > p.start_cp
    AND 2 * (least(o.end_cp, p.end_cp) - greatest(o.start_cp, p.start_cp))
      >= least(o.end_cp - o.start_cp, p.end_cp - p.start_cp)
  WHERE NOT EXISTS (SELECT FROM "passage_reaction" mine WHERE mine.passage_id = p.id AND mine.own);
