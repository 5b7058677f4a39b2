import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { auditKeys } from "./audit-key";
import { type Database, rowsOf } from "./client";
import { DatabaseProblem } from "./errors";
import { giveWay } from "./give-way";
import { canonicalJson, fingerprint, sha256 } from "./hash";
import { audit, auditHead } from "./schema";
import type { AuditWords } from "./schema/audit";
import { GONE, THINGS, thingsNow } from "./things";
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
  /** Why, where the log is the only place that says it: kept in words. */
  reason?: string;
}

export interface AuditContext {
  dossierId: string | null;
  actorId: string | null;
  actorName: string;
  action: AuditAction;
  /** By somebody who takes part: written in one of the chains beside that of the dossier. */
  aside?: boolean;
}

/** What was done, and to which things. */
export interface Act {
  context: AuditContext;
  entries: readonly AuditEntry[];
}

type AuditRow = typeof audit.$inferInsert;

/**
 * Chains beside that of a dossier, for what participants do: more than a process has connections, so that
 * there is a free one and nobody waits. See decision 042.
 */
const CHAINS_ASIDE = 16;

const aside = (dossierId: string, i: number) => `${dossierId}.${String(i).padStart(2, "0")}`;

/** The dossier of a chain, by its name; of that of the installation its name. */
export const ofChain = (chain: string) => chain.replace(/\.\d\d$/, "");

/**
 * Adds rows to the chain of the dossier (or the installation), inside the caller's transaction.
 * Writers of one chain wait for each other here, so call it last: what the things have become is
 * read here too.
 */
export async function appendAudit(
  tx: Database,
  context: AuditContext,
  entries: readonly AuditEntry[],
): Promise<void> {
  await appendActs(tx, [{ context, entries }]);
}

/** The same for all that was done in one transaction: the log shows it as one. The first is what it was. */
export async function appendActs(tx: Database, acts: readonly Act[]): Promise<void> {
  const chains = new Map<string, Act[]>();
  const free = new Map<string, string>();
  for (const act of acts) {
    if (act.entries.length === 0) continue;
    const { dossierId } = act.context;
    let chain = dossierId ?? INSTALLATION_CHAIN;
    if (dossierId && act.context.aside) {
      chain = free.get(dossierId) ?? (await freeChain(tx, dossierId));
      free.set(dossierId, chain);
    }
    chains.set(chain, [...(chains.get(chain) ?? []), act]);
  }
  // The chain of the installation last: a dossier that begins is written there too.
  const order = [...chains].sort(
    ([a], [b]) => Number(a === INSTALLATION_CHAIN) - Number(b === INSTALLATION_CHAIN),
  );
  for (const [chain, acts] of order) {
    const begun = await appendTo(tx, chain, acts);
    if (begun) await registerChains(tx, [begun]);
  }
}

/** A chain beside that of the dossier that nobody writes in, held from here on; when there is none, any. */
async function freeChain(tx: Database, dossierId: string): Promise<string> {
  const start = Math.floor(Math.random() * CHAINS_ASIDE);
  const [free] = await rowsOf<{ chain: string }>(
    tx,
    sql`select chain from (
        select ${dossierId} || '.' || lpad(((i + ${start}::int) % ${CHAINS_ASIDE}::int)::text, 2, '0') as chain
        from generate_series(0, ${CHAINS_ASIDE - 1}::int) i offset 0
      ) asked
      where pg_try_advisory_xact_lock(hashtextextended('audit:' || chain, 0)) limit 1`,
  );
  return free?.chain ?? aside(dossierId, start);
}

/**
 * Begins the chains beside that of a dossier, before there are participants: the first row of a chain is
 * registered with the installation, and they would wait for each other there.
 */
export async function beginChainsAside(
  tx: Database,
  { dossierId, ...by }: Pick<AuditContext, "actorId" | "actorName"> & { dossierId: string },
): Promise<void> {
  const begun: AuditRow[] = [];
  const there = await rowsOf<{ chain: string }>(
    tx,
    sql`select chain from audit_head where chain like ${`${dossierId}.%`}`,
  );
  for (let i = 0; i < CHAINS_ASIDE; i++) {
    const chain = aside(dossierId, i);
    if (there.some((one) => one.chain === chain)) continue;
    const context = { ...by, dossierId, action: "chain.start" } as const;
    const first = await appendTo(tx, chain, [
      { context, entries: [{ entity: "chain", entityId: chain }] },
    ]);
    if (first) begun.push(first);
  }
  await registerChains(tx, begun);
}

/** Rows that are made and written at a time: an act can be of thousands, and others are answered in between. */
const AT_ONCE = 100;

/** @returns the first row of a chain that begins with it. */
async function appendTo(
  tx: Database,
  chain: string,
  acts: readonly Act[],
): Promise<AuditRow | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${chain}`}, 0))`);
  const end = await endOf(tx, chain);
  const dossierId = acts[0]?.context.dossierId ?? null;
  const at = await momentFor(tx, dossierId, acts);
  const first = end.n + 1;
  let previous = end;
  let begun: AuditRow | undefined;
  const all = acts.flatMap(({ context, entries }) => entries.map((entry) => ({ context, entry })));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    const found = await described(
      tx,
      dossierId,
      part.map(({ entry }) => entry),
    );
    const rows = part.map(({ context, entry }) => {
      const thing = found.get(`${entry.entity} ${entry.entityId}`);
      const row = {
        chain,
        n: previous.n + 1,
        dossierId,
        at,
        actorId: context.actorId,
        actorName: context.actorName,
        action: context.action,
        entity: entry.entity,
        entityId: entry.entityId,
        beforeSha256: entry.before === undefined ? null : fingerprint(entry.before),
        afterSha256: entry.after === undefined ? null : fingerprint(entry.after),
        act: first,
        stateSha256: thing?.sha256 ?? null,
        words: entry.reason ? { ...thing?.words, reason: entry.reason } : (thing?.words ?? null),
        previousSha256: previous.sha256,
      };
      previous = { n: row.n, sha256: auditHash(row) };
      return { ...row, sha256: previous.sha256, signature: signature("row", chain, previous) };
    });
    begun ??= rows[0];
    // As one value: a parameter for each field of each row takes far longer.
    await tx.execute(sql`insert into audit (chain, n, dossier_id, at, actor_id, actor_name, action, entity,
        entity_id, before_sha256, after_sha256, act, state_sha256, words, previous_sha256, sha256, signature)
      select chain, n, "dossierId", at, "actorId", "actorName", action, entity, "entityId", "beforeSha256",
        "afterSha256", act, "stateSha256", words, "previousSha256", sha256, signature
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(chain text, n bigint, "dossierId" uuid,
        at timestamptz, "actorId" uuid, "actorName" text, action text, entity text, "entityId" text,
        "beforeSha256" text, "afterSha256" text, act bigint, "stateSha256" text, words jsonb,
        "previousSha256" text, sha256 text, signature text)`);
    if (all.length > AT_ONCE) await giveWay();
  }
  await writeHead(tx, chain, previous);
  return first === 1 && dossierId ? begun : undefined;
}

/** What participants write, and people who work in the dossier may change. */
const WRITTEN_ASIDE: readonly AuditEntity[] = ["reaction", "source"];

/**
 * When an act is: now, and later than all that was done before with the same things in another chain. So the
 * last row about a thing can be told, also when the clocks of two servers differ: who changes a thing holds it.
 */
async function momentFor(
  tx: Database,
  dossierId: string | null,
  acts: readonly Act[],
): Promise<string> {
  const now = Date.now();
  const ids = acts.flatMap(({ entries }) =>
    entries.filter(({ entity }) => WRITTEN_ASIDE.includes(entity)).map(({ entityId }) => entityId),
  );
  if (dossierId === null || ids.length === 0) return new Date(now).toISOString();
  const [last] = await rowsOf<{ at: number | null }>(
    tx,
    sql`select ceil(extract(epoch from max(at)) * 1000)::float8 as at from audit
      where exists (select from audit_head where chain = ${aside(dossierId, 0)})
        and entity in ('reaction', 'source') and entity_id in (
          select value from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
  );
  return new Date(Math.max(now, (last?.at ?? 0) + 1)).toISOString();
}

interface End {
  n: number;
  sha256: string;
}

/**
 * Where a chain goes on: behind its head, also when the rows before that are gone. What was cut off
 * stays a gap then, and is not written over.
 */
async function endOf(tx: Database, chain: string): Promise<End> {
  const [head] = await tx
    .select({ n: auditHead.n, sha256: auditHead.sha256 })
    .from(auditHead)
    .where(eq(auditHead.chain, chain));
  if (head) return head;
  const [last] = await tx
    .select({ n: audit.n, sha256: audit.sha256, signature: audit.signature })
    .from(audit)
    .where(eq(audit.chain, chain))
    .orderBy(desc(audit.n))
    .limit(1);
  if (!last) return { n: 0, sha256: CHAIN_START };
  // Rows that were signed had a head. That it is gone must not be forgotten by making a new one.
  return { n: last.n, sha256: last.signature === null ? last.sha256 : sha256("the head is gone") };
}

async function writeHead(tx: Database, chain: string, { n, sha256 }: End): Promise<void> {
  const head = { n, sha256, signature: signature("head", chain, { n, sha256 }) };
  await tx
    .insert(auditHead)
    .values({ chain, ...head })
    .onConflictDoUpdate({ target: auditHead.chain, set: head });
}

/** @throws DatabaseProblem `noAuditKey`: a row that is not signed would look like a forged one. */
function signature(as: "row" | "head", chain: string, { n, sha256 }: End): string {
  const signed = auditKeys().sign({ as, chain, n, sha256 });
  if (signed === null) throw new DatabaseProblem("noAuditKey");
  return signed;
}

/** Says in the chain of the installation that chains of a dossier began, and with which row. */
async function registerChains(
  tx: Database,
  begun: readonly Pick<AuditRow, "chain" | "sha256" | "actorId" | "actorName">[],
): Promise<void> {
  const [first] = begun;
  if (!first) return;
  const { actorId = null, actorName } = first;
  await appendTo(tx, INSTALLATION_CHAIN, [
    {
      context: { dossierId: null, actorId, actorName, action: "chain.start" },
      entries: begun.map(({ chain, sha256 }) => ({
        entity: "chain",
        entityId: chain,
        after: sha256,
      })),
    },
  ]);
}

/**
 * Signs how far each chain is that was begun before there were signatures, and registers it. At the first
 * start that has a key; a chain of which any row is signed had a head, and that it is gone stays visible.
 */
export async function adoptChains(db: Database): Promise<void> {
  const ends = await rowsOf<End & { chain: string; first: string }>(
    db,
    sql`select distinct on (a.chain) a.chain, a.n::int as n, a.sha256, f.sha256 as first
      from audit a join audit f on f.chain = a.chain and f.n = 1
      where not exists (select from audit_head h where h.chain = a.chain)
        and not exists (select from audit s where s.chain = a.chain and s.signature is not null)
      order by a.chain, a.n desc`,
  );
  if (ends.length === 0 || auditKeys().sign({ as: "head", chain: "", n: 0, sha256: "" }) === null) {
    return;
  }
  await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    for (const end of ends) await writeHead(tx, end.chain, end);
    for (const { chain, first } of ends) {
      if (chain === INSTALLATION_CHAIN) continue;
      await registerChains(tx, [{ chain, sha256: first, actorId: null, actorName: "Herleid" }]);
    }
  });
}

/** What the things of an act have become, and what they are called: if gone, what they were called. */
async function described(
  tx: Database,
  dossierId: string | null,
  entries: readonly AuditEntry[],
): Promise<Map<string, { sha256: string | null; words: AuditWords | null }>> {
  const ids = new Map<AuditEntity, Set<string>>();
  for (const { entity, entityId } of entries) {
    ids.set(entity, (ids.get(entity) ?? new Set()).add(entityId));
  }
  const all = new Map<string, { sha256: string | null; words: AuditWords | null }>();
  for (const [entity, wanted] of ids) {
    if (!THINGS[entity]) continue;
    for (const found of await thingsNow(tx, entity, dossierId, [...wanted])) {
      all.set(`${entity} ${found.id}`, found);
      wanted.delete(found.id);
    }
    if (wanted.size === 0) continue;
    const earlier = await tx
      .selectDistinctOn([audit.entityId], { id: audit.entityId, words: audit.words })
      .from(audit)
      .where(
        and(eq(audit.entity, entity), inArray(audit.entityId, [...wanted]), isNotNull(audit.words)),
      )
      .orderBy(audit.entityId, desc(audit.n));
    const words = new Map(earlier.map((row) => [row.id, row.words]));
    for (const id of wanted) {
      all.set(`${entity} ${id}`, { sha256: GONE, words: words.get(id) ?? null });
    }
  }
  return all;
}

/** The hash of one row over all it says and the hash of the row before it. */
export function auditHash(row: Omit<AuditRow, "sha256" | "signature">): string {
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
      // Rows from before there were acts end here.
      ...(row.act == null ? [] : [row.act, row.stateSha256 ?? null, row.words ?? null]),
    ]),
  );
}
