import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { consultation } from "./consultations";
import { dossier } from "./dossiers";

/** From which row of a spreadsheet a reaction came, and by what that row is known again. */
export const bulkRow = pgTable(
  "bulk_row",
  {
    // No reference: a row whose reaction was left out is known still, and does not come in again.
    reactionId: uuid("reaction_id").primaryKey(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultation.id),
    /** As the spreadsheet numbers it. */
    row: integer("row").notNull(),
    /** The number that the platform it comes from gave it. */
    reference: text("reference"),
    /** Equal for the same words of the same group on the same day. */
    contentKey: text("content_key").notNull(),
    saidOn: date("said_on", { mode: "string" }),
  },
  (t) => [
    index("bulk_row_dossier").on(t.dossierId, t.contentKey),
    uniqueIndex("bulk_row_reference")
      .on(t.consultationId, t.reference)
      .where(sql`reference is not null`),
    uniqueIndex("bulk_row_content")
      .on(t.consultationId, t.contentKey)
      .where(sql`reference is null`),
  ],
);

/** What a column was the last time, by its name: proposed for the next spreadsheet of the dossier. */
export const columnMapping = pgTable(
  "column_mapping",
  {
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    headerKey: text("header_key").notNull(),
    /** Null for one that took no part. */
    role: text("role"),
    /** Groups that its values stood for, by value. */
    groups: jsonb("groups").$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.headerKey] })],
);
