import { type SQL, sql } from "drizzle-orm";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { soughtLabel } from "../../proposal/rules/numbers";

/** How stellingen are numbered where they were put: pieces of SQL for queries that look for a number. */

/** Whether a stelling has the number that was typed ("3.1", "stelling A"), as minutes write it or as it has here. */
export function isCalled(statementId: SQL, dossierId: AuthorizedDossierId, typed: string): SQL {
  const label = soughtLabel(typed);
  if (label === null) return sql`false`;
  return sql`${statementId} in (select statement_id from ${placedAs(dossierId, label)})`;
}

/**
 * Whether a reaction `r` was given to the stelling with the number that was typed, in the consultation where it
 * has that number. Digits alone are looked for in what people said: "12" is of many things.
 */
export function isAboutCalled(dossierId: AuthorizedDossierId, typed: string): SQL {
  const label = /^\d+$/.test(typed) ? null : soughtLabel(typed);
  if (label === null) return sql`false`;
  return sql`(r.statement_id, r.consultation_id) in (
    select statement_id, consultation_id from ${placedAs(dossierId, label)})`;
}

function placedAs(dossierId: AuthorizedDossierId, label: string): SQL {
  return sql`(select o.statement_id, o.consultation_id
    from statement_occurrence o left join statement_place w on w.occurrence_id = o.id
    where o.dossier_id = ${dossierId} and ${label} in (upper(w.label), o.number::text)) placed`;
}

/** Each way in which a stelling is numbered, once, as text ("3.1", "1 / A"), in one consultation or in all. */
export function labelsOf(statementId: SQL, consultationId: SQL | null = null): SQL<string | null> {
  return sql`(select string_agg(distinct coalesce(w.label, o.number::text), ' / ')
    from statement_occurrence o left join statement_place w on w.occurrence_id = o.id
    where o.statement_id = ${statementId}
      ${consultationId === null ? sql`` : sql`and o.consultation_id = ${consultationId}`})`;
}
