CREATE TABLE "room_meeting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"statement_id" uuid,
	"result_shown" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_note" (
	"reaction_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_note_source_id_unique" UNIQUE("source_id")
);
--> statement-breakpoint
ALTER TABLE "room_meeting" ADD CONSTRAINT "room_meeting_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_meeting" ADD CONSTRAINT "room_meeting_consultation_id_online_consultation_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."online_consultation"("consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_meeting" ADD CONSTRAINT "room_meeting_statement_id_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statement"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_note" ADD CONSTRAINT "room_note_reaction_id_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."reaction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_note" ADD CONSTRAINT "room_note_meeting_id_room_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."room_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_note" ADD CONSTRAINT "room_note_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "room_meeting_now" ON "room_meeting" USING btree ("consultation_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "room_meeting_consultation" ON "room_meeting" USING btree ("consultation_id","started_at");--> statement-breakpoint
CREATE INDEX "room_meeting_statement" ON "room_meeting" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "room_note_meeting" ON "room_note" USING btree ("meeting_id","said_at");