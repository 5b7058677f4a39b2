import { and, asc, count, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { auditHash, CHAIN_START, INSTALLATION_CHAIN } from "@/db/audit";
import { database, rowsOf } from "@/db/client";
import { audit, dossier } from "@/db/schema";
import { dutchOrder, holds } from "@/db/search";
import { TIME_ZONE } from "../kernel/dates";
import { calendarDate } from "../kernel/fields";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type AdministratorScope, administrator } from "../kernel/scope";
import { searchWords } from "../text/hits";
import type { AuditEvent, AuditFilter, AuditVerdict } from "./model";
import { breakIn, type ChainEnd } from "./rules";

/** Rows on one page of the log. */
export const AUDIT_PAGE = 50;

export interface AuditList {
  events: AuditEvent[];
  total: number;
  /** The page that is shown: the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/**
 * What happened, newest first. It says who did what to which thing, never what it says: an
 * administrator does not see the contents of dossiers.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const listAudit = query(
  administrator,
  async (
    _scope: AdministratorScope,
    filter: AuditFilter = {},
    wanted?: number,
  ): Promise<AuditList> => {
    const db = await database();
    const chosen = and(...conditions(filter));
    const [all] = await db.select({ n: count() }).from(audit).where(chosen);
    const total = all?.n ?? 0;
    const { page, pages } = pageOf(total, AUDIT_PAGE, wanted);
    const events = await db
      .select({
        chain: audit.chain,
        n: audit.n,
        at: audit.at,
        actorName: audit.actorName,
        action: audit.action,
        entity: audit.entity,
        entityId: audit.entityId,
        sha256: audit.sha256,
        dossierTitle: dossier.title,
      })
      .from(audit)
      .leftJoin(dossier, eq(dossier.id, audit.dossierId))
      .where(chosen)
      .orderBy(desc(audit.at), desc(audit.chain), desc(audit.n))
      .limit(AUDIT_PAGE)
      .offset((page - 1) * AUDIT_PAGE);
    return { events, total, page, pages };
  },
);

function conditions(filter: AuditFilter): SQL[] {
  const all: SQL[] = [];
  if (filter.dossier === INSTALLATION_CHAIN) all.push(eq(audit.chain, INSTALLATION_CHAIN));
  else if (filter.dossier) {
    all.push(sql`${audit.chain} = (select id::text from dossier where slug = ${filter.dossier})`);
  }
  if (filter.action) all.push(eq(audit.action, filter.action));
  const person = searchWords(filter.person ?? "");
  if (person) all.push(holds(audit.actorName, person));
  // A day begins and ends on the clock of the Netherlands, also when that clock is moved.
  if (calendarDate.safeParse(filter.from).success) {
    all.push(sql`${audit.at} >= (${filter.from}::date)::timestamp at time zone ${TIME_ZONE}`);
  }
  if (calendarDate.safeParse(filter.until).success) {
    all.push(sql`${audit.at} < (${filter.until}::date + 1)::timestamp at time zone ${TIME_ZONE}`);
  }
  return all;
}

/** What the log can be filtered on. @throws Forbidden for who is not an administrator. */
export const auditChoices = query(
  administrator,
  async (
    _scope: AdministratorScope,
  ): Promise<{ actions: string[]; dossiers: { slug: string; title: string }[] }> => {
    const db = await database();
    const [actions, dossiers] = [
      await db.selectDistinct({ action: audit.action }).from(audit).orderBy(asc(audit.action)),
      await db
        .select({ slug: dossier.slug, title: dossier.title })
        .from(dossier)
        .orderBy(dutchOrder(dossier.title), asc(dossier.id))
        .limit(500),
    ];
    return { actions: actions.map((row) => row.action), dossiers };
  },
);

/** Rows read at a time: a few hundred kilobytes, whatever the length of the log. */
const BATCH = 2_000;

/**
 * Reads the whole audit in batches, computes every hash again and says whether it is whole or
 * which row is the first broken one. Rows cut off at the very end of a chain leave no trace in it:
 * compare the last hash with an earlier one to find that.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const verifyAudit = query(
  administrator,
  async (_scope: AdministratorScope): Promise<AuditVerdict> => {
    const db = await database();
    let rows = 0;
    let chains = 0;
    let end: ChainEnd | undefined;
    while (true) {
      const batch = await db
        .select(getTableColumns(audit))
        .from(audit)
        .where(end ? sql`(${audit.chain}, ${audit.n}) > (${end.chain}, ${end.n})` : undefined)
        .orderBy(asc(audit.chain), asc(audit.n))
        .limit(BATCH);
      for (const row of batch) {
        rows += 1;
        if (end?.chain !== row.chain) chains += 1;
        // The dossier is not in the hash, but it is the name of the chain, which is.
        const inPlace = row.chain === (row.dossierId ?? INSTALLATION_CHAIN);
        const why = breakIn(end, row, auditHash(row), CHAIN_START) ?? (inPlace ? null : "content");
        if (why) {
          const dossierTitle = await titleOf(row.chain);
          return { whole: false, rows, broken: { chain: row.chain, n: row.n, why, dossierTitle } };
        }
        end = { chain: row.chain, n: row.n, sha256: row.sha256 };
      }
      if (batch.length < BATCH) return { whole: true, rows, chains };
    }
  },
);

async function titleOf(chain: string): Promise<string | null> {
  const [found] = await rowsOf<{ title: string }>(
    await database(),
    sql`select title from dossier where id::text = ${chain}`,
  );
  return found?.title ?? null;
}
