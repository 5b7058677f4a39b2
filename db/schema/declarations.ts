import { sql } from "drizzle-orm";
import { boolean, check, date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { ACCESSIBILITY, type Accessibility } from "../vocabulary";
import { id, moment, oneOf } from "./columns";

/** What the organisation that runs this installation declares to who uses it: one row, or none as long as nobody filled it in. */
export const declaration = pgTable(
  "declaration",
  {
    id: id(),
    only: boolean("only").notNull().default(true).unique("declaration_only"),
    lockVersion: integer("lock_version").notNull().default(1),
    changedAt: moment("changed_at").notNull().defaultNow(),
    organisation: text("organisation").notNull(),
    /** Whom one writes to about what does not work, and about privacy. */
    contact: text("contact").notNull(),
    accessibility: text("accessibility", { enum: ACCESSIBILITY })
      .$type<Accessibility>()
      .notNull()
      .default("unknown"),
    examinedOn: date("examined_on", { mode: "string" }),
    /** The address of the declaration in the national register. */
    register: text("register").notNull().default(""),
    shortcomings: text("shortcomings").notNull().default(""),
    /** How one reaches the data protection officer. */
    officer: text("officer").notNull().default(""),
    /** What the organisation adds about privacy, as paragraphs. */
    privacy: text("privacy").notNull().default(""),
  },
  (t) => [
    check("declaration_one", sql`${t.only}`),
    check("declaration_accessibility", oneOf(t.accessibility, ACCESSIBILITY)),
  ],
);
