import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { dossier } from "./dossiers";

/** One occasion of input. */
export const consultation = pgTable(
  "consultation",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    title: text("title").notNull(),
    kind: text("kind", {
      enum: ["meeting", "interview", "survey", "online", "information"],
    }).notNull(),
    /** Bidders or stakeholders: they bring different duties of transparency. */
    audience: text("audience", { enum: ["market", "stakeholder"] })
      .notNull()
      .default("stakeholder"),
    heldOn: date("held_on", { mode: "string" }),
    /** HH:MM, as the minutes say it. */
    startsAt: text("starts_at"),
    sector: text("sector"),
    chair: text("chair"),
    lockVersion: integer("lock_version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index("consultation_dossier").on(t.dossierId, t.heldOn),
    check(
      "consultation_kind",
      sql`${t.kind} in ('meeting', 'interview', 'survey', 'online', 'information')`,
    ),
    check("consultation_audience", sql`${t.audience} in ('market', 'stakeholder')`),
  ],
);
