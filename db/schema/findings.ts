import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "./accounts";
import { createdAt, id } from "./columns";
import { dossier } from "./dossiers";
import { requirement } from "./requirements";
import { statement } from "./statements";

/**
 * *Negeer met reden*: a finding of the checker that somebody looked at and lets stand. It holds for the rule and the
 * words it was about: other words are another finding.
 */
export const ignoredFinding = pgTable(
  "ignored_finding",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    requirementId: uuid("requirement_id").references(() => requirement.id),
    statementId: uuid("statement_id").references(() => statement.id),
    rule: text("rule").notNull(),
    /** What it was about, cut off where it is long: to be read. */
    words: text("words").notNull(),
    /** SHA-256 of the rule and all it was about: to be found by. */
    sha256: text("sha256").notNull(),
    reason: text("reason").notNull(),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    index("ignored_finding_dossier").on(t.dossierId),
    uniqueIndex("ignored_finding_requirement")
      .on(t.requirementId, t.sha256)
      .where(sql`requirement_id is not null`),
    uniqueIndex("ignored_finding_statement")
      .on(t.statementId, t.sha256)
      .where(sql`statement_id is not null`),
    check("ignored_finding_of_one", sql`num_nonnulls(${t.requirementId}, ${t.statementId}) = 1`),
  ],
);
