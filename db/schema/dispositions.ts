import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { OUTCOMES } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, oneOf } from "./columns";
import { dossier } from "./dossiers";
import { reaction } from "./reactions";
import { requirement, requirementLink } from "./requirements";

/** The *afweging* of a reaction as it stands; what it says stands in its versions. */
export const disposition = pgTable(
  "disposition",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    reactionId: uuid("reaction_id")
      .notNull()
      .references(() => reaction.id),
    /** The version that stands now; also the lock a save is checked against. */
    lockVersion: integer("lock_version").notNull().default(1),
    /** The outcome of that version, to count by; null once it was taken back. */
    outcome: text("outcome", { enum: OUTCOMES }),
  },
  (t) => [
    unique("disposition_reaction").on(t.reactionId),
    index("disposition_outcome").on(t.dossierId, t.outcome, t.reactionId),
    check("disposition_outcome_kind", oneOf(t.outcome, OUTCOMES)),
  ],
);

/** What was answered to a reaction at one time, and by whom: immutable. `n` counts from 1. */
export const dispositionVersion = pgTable(
  "disposition_version",
  {
    dispositionId: uuid("disposition_id")
      .notNull()
      .references(() => disposition.id),
    n: integer("n").notNull(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** Null when this version takes back what was answered, and nothing was before it. */
    outcome: text("outcome", { enum: OUTCOMES }),
    /** For who said it: the reason, or the answer to a question. */
    reason: text("reason").notNull().default(""),
    /** Of what is arranged elsewhere: where. */
    place: text("place").notNull().default(""),
    /** Of answers that were given together the same: what they share is the reason. */
    sharedId: uuid("shared_id"),
    /** The version that this one takes back. */
    takesBack: integer("takes_back"),
    createdBy: uuid("created_by").references(() => account.id),
    /** Of all that was recorded in one act the same. */
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.dispositionId, t.n] }),
    index("disposition_version_act").on(t.dossierId, t.createdBy, t.createdAt),
    index("disposition_version_shared").on(t.sharedId).where(sql`shared_id is not null`),
    check("disposition_version_outcome", oneOf(t.outcome, OUTCOMES)),
    check(
      "disposition_version_whole",
      sql`${t.outcome} is not null
        or (${t.takesBack} is not null and ${t.reason} = '' and ${t.place} = '')`,
    ),
    check(
      "disposition_version_reasoned",
      sql`${t.outcome} not in ('rejected', 'outOfScope') or ${t.reason} <> ''`,
    ),
    check("disposition_version_placed", sql`(${t.outcome} = 'elsewhere') = (${t.place} <> '')`),
  ],
);

/** The requirements that a version names: what it was adopted in. Immutable. */
export const dispositionRequirement = pgTable(
  "disposition_requirement",
  {
    dispositionId: uuid("disposition_id").notNull(),
    n: integer("n").notNull(),
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** The link that was made with it; null when it was linked before. */
    linkId: uuid("link_id").references(() => requirementLink.id),
  },
  (t) => [
    primaryKey({ columns: [t.dispositionId, t.n, t.requirementId] }),
    foreignKey({
      name: "disposition_requirement_version",
      columns: [t.dispositionId, t.n],
      foreignColumns: [dispositionVersion.dispositionId, dispositionVersion.n],
    }),
    index("disposition_requirement_requirement").on(t.requirementId),
  ],
);
