import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client";
import { canonicalJson, fingerprint, sha256 } from "./hash";
import { audit } from "./schema";
import type { AuditAction, AuditEntity } from "./vocabulary";

export const INSTALLATION_CHAIN = "installation";
/** What the first row of a chain points back to. */
export const CHAIN_START = "0".repeat(64);

export interface AuditEntry {
  entity: AuditEntity;
  entityId: string;
  /** What it was and what it became; only their hashes are kept. Leave out what did not exist. */
  before?: unknown;
  after?: unknown;
}

export interface AuditContext {
  dossierId: string | null;
  actorId: string | null;
  actorName: string;
  action: AuditAction;
}

type AuditRow = typeof audit.$inferInsert;

/**
 * Adds rows to the chain of the dossier (or the installation), inside the caller's transaction.
 * Writers of one chain wait for each other here, so call it last.
 */
export async function appendAudit(
  tx: Database,
  context: AuditContext,
  entries: AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const chain = context.dossierId ?? INSTALLATION_CHAIN;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${chain}`}, 0))`);
  const [last] = await tx
    .select({ n: audit.n, sha256: audit.sha256 })
    .from(audit)
    .where(eq(audit.chain, chain))
    .orderBy(desc(audit.n))
    .limit(1);
  let n = last?.n ?? 0;
  let previousSha256 = last?.sha256 ?? CHAIN_START;
  const at = new Date().toISOString();
  const rows = entries.map((entry) => {
    n += 1;
    const row = {
      chain,
      n,
      dossierId: context.dossierId,
      at,
      actorId: context.actorId,
      actorName: context.actorName,
      action: context.action,
      entity: entry.entity,
      entityId: entry.entityId,
      beforeSha256: entry.before === undefined ? null : fingerprint(entry.before),
      afterSha256: entry.after === undefined ? null : fingerprint(entry.after),
      previousSha256,
    };
    previousSha256 = auditHash(row);
    return { ...row, sha256: previousSha256 };
  });
  // Far below the limit of parameters in one statement.
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx.insert(audit).values(rows.slice(from, from + 1_000));
  }
}

/** The hash of one row over all it says and the hash of the row before it. */
export function auditHash(row: Omit<AuditRow, "sha256">): string {
  return sha256(
    canonicalJson([
      row.chain,
      row.n,
      new Date(row.at).toISOString(),
      row.actorId ?? null,
      row.actorName,
      row.action,
      row.entity,
      row.entityId,
      row.beforeSha256 ?? null,
      row.afterSha256 ?? null,
      row.previousSha256,
    ]),
  );
}
