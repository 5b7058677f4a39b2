import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation, statement, statementOccurrence } from "@/db/schema";
import type { DossierScope } from "../actor";
import { statementKey } from "./rules/statements";

/** A stelling of the dossier and the consultations it was put in. */
export interface EarlierStatement {
  id: string;
  text: string;
  /** Titles. */
  consultations: string[];
}

/** The stellingen of the dossier by what is left of them for comparing. */
export async function earlierStatements(
  db: Database,
  scope: DossierScope,
): Promise<Map<string, EarlierStatement[]>> {
  const rows = await db
    .select({ id: statement.id, text: statement.text, consultation: consultation.title })
    .from(statement)
    .leftJoin(statementOccurrence, eq(statementOccurrence.statementId, statement.id))
    .leftJoin(consultation, eq(consultation.id, statementOccurrence.consultationId))
    .where(eq(statement.dossierId, scope.dossierId))
    .orderBy(asc(statement.createdAt), asc(statement.id));
  const known = new Map<string, EarlierStatement>();
  const byKey = new Map<string, EarlierStatement[]>();
  for (const row of rows) {
    let entry = known.get(row.id);
    if (!entry) {
      entry = { id: row.id, text: row.text, consultations: [] };
      known.set(row.id, entry);
      const key = statementKey(row.text);
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
    if (row.consultation) entry.consultations.push(row.consultation);
  }
  return byKey;
}
