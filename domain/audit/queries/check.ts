import { createHash } from "node:crypto";
import { asc, getTableColumns, sql } from "drizzle-orm";
import { auditHash, CHAIN_START, INSTALLATION_CHAIN, ofChain } from "@/db/audit";
import { auditKeys } from "@/db/audit-key";
import { type Database, database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { fingerprint, sha256 } from "@/db/hash";
import { audit, auditHead } from "@/db/schema";
import { comparedThings, GONE, LISTED, lostThings } from "@/db/things";
import { AUDIT_ENTITIES, type AuditEntity } from "@/db/vocabulary";
import { query } from "../../kernel/query";
import { type AdministratorScope, administrator } from "../../kernel/scope";
import { titlesThrough } from "../../redaction/rows";
import { piecesOf, textOfVersion } from "../../sources/rows";
import { CodePointIndex } from "../../text/rules";
import {
  type AuditFault,
  type AuditHead,
  type AuditVerdict,
  editionLog,
  type KeptHeads,
  MAX_FAULTS,
} from "../model";
import { type ChainEnd, faultIn } from "../rules/chain";

/** Rows read at a time: a few hundred kilobytes, whatever the length of the log. */
const BATCH = 2_000;

/**
 * Reads the whole audit in batches and computes every hash and signature again; then holds the things
 * themselves against the last row about them, and quoted words against their source. It says what is
 * wrong and where. Docs: docs/audit.md.
 *
 * @param kept positions that were kept elsewhere, which must be in the chains still.
 * @throws Forbidden for who is not an administrator.
 */
export const verifyAudit = query(
  administrator,
  async (_scope: AdministratorScope, kept?: KeptHeads): Promise<AuditVerdict> => {
    const check = new Check(await database());
    // Before the rows: of a row that comes in meanwhile the head would not know.
    const heads = await check.heads();
    const registered = await check.rows(heads);
    await check.chains(registered);
    if (kept) await check.kept(kept);
    await check.editions();
    await check.things();
    await check.texts();
    return check.verdict();
  },
);

type Row = typeof audit.$inferSelect;

class Check {
  private readonly faults: Omit<AuditFault, "dossierTitle">[] = [];
  private more = 0;
  private rowCount = 0;
  private chainCount = 0;
  private thingCount = 0;
  private unsigned = 0;
  private unknown = 0;
  private readonly keys = auditKeys();
  /** Chains that say of each thing what it became, from their first row on. */
  private readonly complete = new Set<string>();

  constructor(private readonly db: Database) {}

  private fault(
    why: AuditFault["why"],
    chain: string,
    n: number | null,
    thing: AuditFault["thing"] = null,
  ): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ why, chain, n, thing });
    else this.more += 1;
  }

  /** How far each chain must be. */
  async heads(): Promise<Map<string, AuditHead>> {
    const heads = await this.db.select().from(auditHead);
    for (const head of heads) {
      if (this.keys.signed({ as: "head", ...head }, head.signature) === false) {
        this.fault("head", head.chain, head.n);
      }
    }
    return new Map(heads.map((head) => [head.chain, head]));
  }

  /** @returns the chains that the installation says were begun, with the hash of their first row's hash. */
  async rows(heads: Map<string, AuditHead>): Promise<Map<string, string | null>> {
    const registered = new Map<string, string | null>();
    const broken = new Set<string>();
    const say = (why: AuditFault["why"], chain: string, n: number) => {
      // What comes behind the first is mostly the same once more.
      if (!broken.has(chain)) this.fault(why, chain, n);
      broken.add(chain);
    };
    let end: ChainEnd | undefined;
    const finish = () => {
      if (!end) return;
      const head = heads.get(end.chain);
      if (head && head.n > end.n) say("cut", end.chain, end.n + 1);
      if (!head && end.signed) say("head", end.chain, end.n);
    };
    while (true) {
      const batch: Row[] = await this.db
        .select(getTableColumns(audit))
        .from(audit)
        .where(end ? sql`(${audit.chain}, ${audit.n}) > (${end.chain}, ${end.n})` : undefined)
        .orderBy(asc(audit.chain), asc(audit.n))
        .limit(BATCH);
      for (const row of batch) {
        const { chain, n, signature } = row;
        this.rowCount += 1;
        // Others must not wait for a whole batch.
        if (this.rowCount % 200 === 0) await giveWay();
        const begins = end?.chain !== chain;
        if (begins) {
          finish();
          this.chainCount += 1;
          if (row.act !== null) this.complete.add(chain);
        }
        const signed =
          signature === null ? null : this.keys.signed({ as: "row", ...row }, signature);
        // The dossier is not in the hash, but it is the name of the chain, which is.
        const inPlace = ofChain(chain) === (row.dossierId ?? INSTALLATION_CHAIN);
        const why =
          faultIn(end, row, auditHash(row), signed, CHAIN_START) ?? (inPlace ? null : "content");
        const head = heads.get(chain);
        if (why) say(why, chain, n);
        else if (head?.n === n && head.sha256 !== row.sha256) say("head", chain, n);
        if (signature === null) this.unsigned += 1;
        if (chain === INSTALLATION_CHAIN && row.action === "chain.start") {
          registered.set(row.entityId, row.afterSha256);
        }
        end = {
          chain,
          n,
          sha256: row.sha256,
          signed: signature !== null || (!begins && (end?.signed ?? false)),
        };
      }
      await this.lost(batch);
      if (batch.length < BATCH) break;
    }
    finish();
    // What concerns all comes first.
    const installationFirst = [...heads.keys()].sort(
      (a, b) => Number(b === INSTALLATION_CHAIN) - Number(a === INSTALLATION_CHAIN),
    );
    for (const chain of installationFirst) {
      if (!(await this.begins(chain))) this.fault("chainGone", chain, null);
    }
    return registered;
  }

  /** Things that rows say are there, and are not. */
  private async lost(batch: readonly Row[]): Promise<void> {
    for (const entity of AUDIT_ENTITIES) {
      const there = batch.filter(
        (row) => row.entity === entity && row.stateSha256 !== null && row.stateSha256 !== GONE,
      );
      for (const { chain, n, id, code } of await lostThings(this.db, entity, there)) {
        this.fault("missing", chain, n, { entity, id, code });
      }
    }
  }

  private async begins(chain: string): Promise<string | null> {
    const [first] = await rowsOf<{ sha256: string }>(
      this.db,
      sql`select sha256 from audit where chain = ${chain} order by n limit 1`,
    );
    return first?.sha256 ?? null;
  }

  /** Chains that must be there: what was begun, what there are dossiers for, and the installation's own. */
  async chains(registered: Map<string, string | null>): Promise<void> {
    for (const [chain, first] of registered) {
      const begins = await this.begins(chain);
      // A chain with a head and without rows was named already.
      if (begins === null) {
        if (!(await this.hasHead(chain))) this.fault("chainGone", chain, null);
      } else if (fingerprint(begins) !== first) this.fault("start", chain, 1);
    }
    const gone = await rowsOf<{ chain: string }>(
      this.db,
      sql`select id::text as chain from dossier d
          where not exists (select from audit a where a.chain = d.id::text)
            and not exists (select from audit_head h where h.chain = d.id::text)
        union all
        select ${INSTALLATION_CHAIN}
          where not exists (select from audit where chain = ${INSTALLATION_CHAIN})
            and not exists (select from audit_head where chain = ${INSTALLATION_CHAIN})
            and (exists (select from account) or exists (select from dossier))
        order by chain desc`,
    );
    for (const { chain } of gone) if (!registered.has(chain)) this.fault("chainGone", chain, null);
    // Who signs a first row registers it in the same transaction.
    const silent = await rowsOf<{ chain: string }>(
      this.db,
      sql`select a.chain from audit a
        where a.n = 1 and a.signature is not null and a.chain <> ${INSTALLATION_CHAIN}
          and not exists (select from audit s where s.chain = ${INSTALLATION_CHAIN}
            and s.action = 'chain.start' and s.entity = 'chain' and s.entity_id = a.chain)`,
    );
    for (const { chain } of silent) this.fault("start", chain, 1);
  }

  private async hasHead(chain: string): Promise<boolean> {
    const found = await rowsOf(this.db, sql`select from audit_head where chain = ${chain}`);
    return found.length > 0;
  }

  /** What was kept elsewhere stands in the chains still. */
  async kept({ heads }: KeptHeads): Promise<void> {
    for (const head of heads) {
      const { chain, n } = head;
      if (this.keys.signed({ as: "head", ...head }, head.signature) === false) {
        this.fault("keptSignature", chain, n);
        continue;
      }
      const [row] = await rowsOf<{ sha256: string }>(
        this.db,
        sql`select sha256 from audit where chain = ${chain} and n = ${n}`,
      );
      if (row?.sha256 !== head.sha256) this.fault("kept", chain, n);
    }
  }

  /** Every edition says how far the log of its dossier was, and what it was: readers have that, so it is a position kept elsewhere. */
  async editions(): Promise<void> {
    const rows = await rowsOf<{ id: string; chain: string; code: string; head: string }>(
      this.db,
      sql`select id, dossier_id::text as chain, head,
          major || case when minor > 0 then '.' || minor else '' end as code
        from edition order by dossier_id, major, minor`,
    );
    for (const { id, chain, code, head } of rows) {
      const log = logIn(head);
      if (log?.rows === 0) continue;
      const [row] = log
        ? await rowsOf<{ sha256: string }>(
            this.db,
            sql`select sha256 from audit where chain = ${chain} and n = ${log.rows}`,
          )
        : [];
      if (log && row?.sha256 === log.sha256) continue;
      this.fault("edition", chain, log?.rows ?? null, { entity: "edition", id, code });
    }
  }

  /** Every thing is what the last row about it says. */
  async things(): Promise<void> {
    for (const entity of LISTED) {
      for (let after: string | null = null; ; ) {
        const page = await comparedThings(this.db, entity, after, BATCH);
        for (const { id, chain, lastChain, n, code, is } of page) {
          this.thingCount += 1;
          if (is === "unknown" || (is === "unlisted" && !this.complete.has(chain))) {
            this.unknown += 1;
          } else if (is !== "same") this.fault(is, lastChain ?? chain, n, { entity, id, code });
        }
        after = page.at(-1)?.id ?? null;
        if (page.length < BATCH) break;
      }
    }
  }

  /** The text of each source is what was read, and every quoted passage stands in it. */
  async texts(): Promise<void> {
    const about = (id: string, code: string | null = null, entity: AuditEntity = "source") => {
      return { entity, id, code };
    };
    const files = await rowsOf<{
      id: string;
      chain: string;
      said: string;
      destroyed: boolean;
      removed: boolean;
    }>(
      this.db,
      sql`select id::text, dossier_id::text as chain, sha256 as said,
        destroyed_at is not null as destroyed, state = 'removed' as removed from source order by id`,
    );
    for (const { id, chain, said, destroyed, removed } of files) {
      // Of an original that was destroyed only the hash is left.
      if (!destroyed && (await this.hashOfFile(id)) !== said) {
        this.fault("text", chain, null, about(id));
      }
      const versions = await rowsOf<{ id: string; said: string }>(
        this.db,
        sql`select id::text, text_sha256 as said from source_version where source_id = ${id}::uuid`,
      );
      for (const version of versions) {
        const text = await textOfVersion(this.db, version.id);
        // Of one that was removed only the quoted words are left, each at its place.
        if (!removed && sha256(text) !== version.said) this.fault("text", chain, null, about(id));
        else await this.quotes(chain, { ...version, text });
      }
    }
  }

  private async hashOfFile(sourceId: string): Promise<string> {
    const hash = createHash("sha256");
    for await (const piece of piecesOf(this.db, sourceId)) hash.update(piece);
    return hash.digest("hex");
  }

  private async quotes(chain: string, version: { id: string; text: string }): Promise<void> {
    const index = new CodePointIndex(version.text);
    for (let after: string | null = null; ; ) {
      const page: { id: string; start: number; end: number; exact: string }[] = await rowsOf(
        this.db,
        sql`select id::text, start_cp as start, end_cp as "end", exact from passage
          where source_version_id = ${version.id}::uuid
            and ${after === null ? sql`true` : sql`id > ${after}::uuid`}
          order by id limit ${BATCH}`,
      );
      for (const { id, start, end, exact } of page) {
        this.thingCount += 1;
        const stands = version.text.slice(index.toUtf16(start), index.toUtf16(end));
        if (stands !== exact)
          this.fault("quote", chain, null, { entity: "passage", id, code: null });
      }
      after = page.at(-1)?.id ?? null;
      if (page.length < BATCH) return;
    }
  }

  async verdict(): Promise<AuditVerdict> {
    const chains = JSON.stringify(this.faults.map(({ chain }) => ofChain(chain)));
    const called = await rowsOf<{ id: string; title: string }>(
      this.db,
      sql`select id::text, title from dossier where id::text in (
        select value from jsonb_array_elements_text(${chains}::text::jsonb))`,
    );
    const read = await titlesThrough(
      this.db,
      called.map(({ id, title }) => ({ dossierId: id, text: title })),
    );
    const titles = new Map(called.map(({ id, title }) => [id, read(id, title)]));
    return {
      whole: this.faults.length === 0,
      rows: this.rowCount,
      chains: this.chainCount,
      things: this.thingCount,
      unsigned: this.unsigned,
      unknown: this.unknown,
      keys: this.keys.sign({ as: "row", chain: "", n: 0, sha256: "" }) !== null,
      faults: this.faults.map((fault) => ({
        ...fault,
        dossierTitle: titles.get(ofChain(fault.chain)) ?? null,
      })),
      more: this.more,
    };
  }
}

/** What the head of an edition says of the log; null where that cannot be read, for anything may stand there by now. */
function logIn(head: string): { rows: number; sha256: string } | null {
  try {
    return editionLog.parse(JSON.parse(head)).log;
  } catch {
    return null;
  }
}
