import { BYTE_ORDER_MARK, csvLine } from "../text/csv";
import type { AuditRow } from "./model";
import { eventSentence, type Say } from "./rules/words";

/** In the order of the columns of the file. */
const COLUMNS = [
  ...(["chain", "row", "act", "at", "who", "what"] as const),
  ...(["where", "action", "thing", "hash"] as const),
];

/** The log as a CSV file, piece by piece: a head, and one line a row. Moments are ISO 8601, in UTC. */
export async function* auditFile(
  batches: AsyncIterable<AuditRow[]>,
  say: Say,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map((column) => say(`audit.file.${column}`)));
  for await (const rows of batches) yield rows.map((row) => csvLine(cellsOf(row, say))).join("");
}

function cellsOf(row: AuditRow, say: Say): string[] {
  const cells: Record<(typeof COLUMNS)[number], string> = {
    chain: row.chain,
    row: String(row.n),
    act: String(row.act),
    at: new Date(row.at).toISOString(),
    who: row.actorName,
    what: eventSentence(row, say),
    where: row.dossierTitle ?? say("audit.installation"),
    action: row.action,
    thing: row.entityId,
    hash: row.sha256,
  };
  return COLUMNS.map((column) => cells[column]);
}
