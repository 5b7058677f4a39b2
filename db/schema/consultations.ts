import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { AUDIENCES, CONSULTATION_KINDS } from "../vocabulary";
import { createdAt, id, oneOf } from "./columns";
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
    kind: text("kind", { enum: CONSULTATION_KINDS }).notNull(),
    /** Bidders or stakeholders: they bring different duties of transparency. */
    audience: text("audience", { enum: AUDIENCES }).notNull().default("stakeholder"),
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
    check("consultation_kind", oneOf(t.kind, CONSULTATION_KINDS)),
    check("consultation_audience", oneOf(t.audience, AUDIENCES)),
  ],
);
