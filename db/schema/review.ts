import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { APPROVAL_ROLES, REVIEW_ACTS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, oneOf, someOf } from "./columns";
import { dossier } from "./dossiers";
import { requirement, requirementVersion } from "./requirements";

/**
 * A step of a requirement on its way from concept to adopted: immutable, and about the version that stood then. What follows
 * from the steps is never stored: see the view `requirement_review`.
 */
export const reviewStep = pgTable(
  "review_step",
  {
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id),
    /** From 1: their order, whatever the clocks say. */
    step: integer("step").notNull(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** The version it is about. */
    n: integer("n").notNull(),
    act: text("act", { enum: REVIEW_ACTS }).notNull(),
    /** In which capacities it was approved. */
    roles: text("roles", { enum: APPROVAL_ROLES }).array().notNull().default(sql`'{}'`),
    note: text("note").notNull().default(""),
    /** Of a check: what the requirement came from then, see the view `requirement_origin`. */
    origin: text("origin"),
    /** The step that is taken back. */
    takesBack: integer("takes_back"),
    /** Null for the command line. */
    accountId: uuid("account_id").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.requirementId, t.step] }),
    foreignKey({
      name: "review_step_version",
      columns: [t.requirementId, t.n],
      foreignColumns: [requirementVersion.requirementId, requirementVersion.n],
    }),
    index("review_step_dossier").on(t.dossierId),
    check("review_step_act", oneOf(t.act, REVIEW_ACTS)),
    check("review_step_roles", someOf(t.roles, APPROVAL_ROLES)),
    check("review_step_approved", sql`(${t.act} = 'approved') = (cardinality(${t.roles}) > 0)`),
    check("review_step_checked", sql`(${t.act} = 'checked') = (${t.origin} is not null)`),
    check("review_step_returned", sql`${t.act} <> 'returned' or ${t.note} <> ''`),
    check("review_step_taken_back", sql`(${t.act} = 'takenBack') = (${t.takesBack} is not null)`),
    check("review_step_by", sql`${t.act} = 'sent' or ${t.accountId} is not null`),
  ],
);
