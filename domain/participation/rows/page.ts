import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation, statement, statementOccurrence } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { headOf } from "../../dossiers/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { milestonesOf } from "../../planning/rows";
import type { StakeholderPage } from "../model";

/** Nobody reads more on a phone; a bound on what one open address can cost. */
const MAX_STATEMENTS = 200;

/** What the page shows, whoever asks. */
export async function pageOf(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<StakeholderPage> {
  const found = await headOf(db, dossierId);
  const rows = await db
    .select({
      consultationId: consultation.id,
      consultationTitle: consultation.title,
      heldOn: consultation.heldOn,
      sector: consultation.sector,
      id: statementOccurrence.id,
      number: statementOccurrence.number,
      text: statement.text,
      explanation: sql<string | null>`case when ${statementOccurrence.shownOutside} = 'explanation'
          then ${statementOccurrence.explanation} end`,
    })
    .from(statementOccurrence)
    .innerJoin(consultation, eq(consultation.id, statementOccurrence.consultationId))
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(consultation.audience, "stakeholder"),
        ne(statementOccurrence.shownOutside, "nothing"),
      ),
    )
    .orderBy(
      sql`${consultation.heldOn} desc nulls last`,
      dutchOrder(consultation.title),
      asc(consultation.id),
      asc(statementOccurrence.number),
    )
    .limit(MAX_STATEMENTS);
  const consultations: StakeholderPage["consultations"] = [];
  for (const { consultationId, consultationTitle, heldOn, sector, ...put } of rows) {
    let last = consultations.at(-1);
    if (last?.id !== consultationId) {
      last = { id: consultationId, title: consultationTitle, heldOn, sector, statements: [] };
      consultations.push(last);
    }
    last.statements.push(put);
  }
  return { ...found, milestones: await milestonesOf(db, dossierId), consultations };
}
