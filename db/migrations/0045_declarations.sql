CREATE TABLE "declaration" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"only" boolean DEFAULT true NOT NULL,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation" text NOT NULL,
	"contact" text NOT NULL,
	"accessibility" text DEFAULT 'unknown' NOT NULL,
	"examined_on" date,
	"register" text DEFAULT '' NOT NULL,
	"shortcomings" text DEFAULT '' NOT NULL,
	"officer" text DEFAULT '' NOT NULL,
	"privacy" text DEFAULT '' NOT NULL,
	CONSTRAINT "declaration_only" UNIQUE("only"),
	CONSTRAINT "declaration_one" CHECK ("declaration"."only"),
	CONSTRAINT "declaration_accessibility" CHECK ("declaration"."accessibility" in ('full', 'partial', 'first', 'none', 'unknown'))
);
