import { type Query, textOf } from "@/components/addresses";
import type { AuditFilter } from "@/domain/audit/model";

/** What of the log an address asks for. */
export function auditFilterOf(query: Query): AuditFilter {
  return {
    dossier: textOf(query, "dossier"),
    action: textOf(query, "action"),
    person: textOf(query, "person"),
    from: textOf(query, "since"),
    until: textOf(query, "until"),
  };
}

/** The filter as what to ask of a page or file of the log. */
export function auditAskedBy({ dossier, action, person, from, until }: AuditFilter) {
  return { dossier, action, person, since: from, until };
}
