import { and, desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { type AuditEntry, INSTALLATION_CHAIN } from "@/db/audit";
import { database } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { audit } from "@/db/schema";

/** The actions that some test of this file has looked into. */
export const auditedActions = new Set<string>();

/**
 * The latest row of this action on this thing says exactly what it was and what it became: the hashes
 * are made again here. Leave out `before` or `after` for what did not exist.
 * @param scope null for what belongs to the installation.
 */
export async function expectAudit(
  scope: { dossierId: string } | null,
  action: string,
  expected: Omit<AuditEntry, "entity"> & { entity: string },
): Promise<void> {
  const [row] = await (await database())
    .select({
      entity: audit.entity,
      entityId: audit.entityId,
      before: audit.beforeSha256,
      after: audit.afterSha256,
    })
    .from(audit)
    .where(
      and(
        // In whichever of its chains: what participants do stands beside that of the dossier.
        scope ? eq(audit.dossierId, scope.dossierId) : eq(audit.chain, INSTALLATION_CHAIN),
        eq(audit.action, action),
        eq(audit.entityId, expected.entityId),
        eq(audit.entity, expected.entity),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.n))
    .limit(1);
  const hash = (value: unknown) => (value === undefined ? null : fingerprint(value));
  expect(row, action).toEqual({
    ...expected,
    before: hash(expected.before),
    after: hash(expected.after),
  });
  auditedActions.add(action);
}
