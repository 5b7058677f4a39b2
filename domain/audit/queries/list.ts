import { and, asc, count, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { INSTALLATION_CHAIN, ofChain } from "@/db/audit";
import { type Database, database, rowsOf } from "@/db/client";
import { audit, dossier } from "@/db/schema";
import { dutchOrder, holds } from "@/db/search";
import { TIME_ZONE } from "../../kernel/dates";
import { calendarDate } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import {
  type AdministratorScope,
  administrator,
  type ReaderScope,
  reader,
} from "../../kernel/scope";
import { titlesThrough } from "../../redaction/rows";
import { searchWords } from "../../text/hits";
import type { AuditAct, AuditEvent, AuditFilter, EventWords } from "../model";
import { withoutContents } from "../rules/words";

/** Acts on one page of the log. */
export const AUDIT_PAGE = 50;

/** Rows of one act that are shown; of more, as after a whole set of minutes, the number is said. */
const SHOWN = 25;

export interface AuditList {
  acts: AuditAct[];
  total: number;
  /** The page that is shown: the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/**
 * What was done, newest first, one entry for one act. It says who did what to which thing, never what
 * it says or is called: an administrator does not see the contents of dossiers.
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
    const list = await actsWhere(filter, wanted);
    const { titled, closed } = await closedRows(
      await database(),
      list.acts.flatMap((act) =>
        [act.first, ...act.rest].map((event) => ({ ...act, ...event, chain: act.chain })),
      ),
    );
    return {
      ...list,
      acts: list.acts.map((act) => ({
        ...titled(act),
        first: closed(act.chain, act.first),
        rest: act.rest.map((event) => closed(act.chain, event)),
      })),
    };
  },
);

interface ClosedRow {
  chain: string;
  dossierTitle: string | null;
  entity: string;
  words: EventWords;
}

/** How an administrator, who is in none of the dossiers, reads rows of their logs. */
export async function closedRows(db: Database, rows: readonly ClosedRow[]) {
  const read = await titlesThrough(
    db,
    rows.flatMap(({ chain, dossierTitle, words }) =>
      [dossierTitle, words.name].flatMap((text) =>
        text ? { dossierId: ofChain(chain), text } : [],
      ),
    ),
  );
  const said = (chain: string, words: EventWords): EventWords =>
    words.name ? { ...words, name: read(ofChain(chain), words.name) } : words;
  return {
    titled: <Row extends Pick<ClosedRow, "chain" | "dossierTitle">>(row: Row): Row => ({
      ...row,
      dossierTitle: row.dossierTitle && read(ofChain(row.chain), row.dossierTitle),
    }),
    closed: <Event extends Pick<ClosedRow, "entity" | "words">>(
      chain: string,
      event: Event,
    ): Event => ({ ...event, words: withoutContents(event.entity, said(chain, event.words)) }),
  };
}

/**
 * The same of one dossier, with the names of its things, for who may read them there.
 *
 * @throws Forbidden for a stakeholder.
 */
export const dossierAudit = query(
  reader,
  async (
    scope: ReaderScope,
    filter: Omit<AuditFilter, "dossier"> = {},
    wanted?: number,
  ): Promise<AuditList> => actsWhere({ ...filter, dossier: scope.slug }, wanted),
);

async function actsWhere(filter: AuditFilter, wanted?: number): Promise<AuditList> {
  const db = await database();
  const chosen = and(sql`(${audit.act} is null or ${audit.act} = ${audit.n})`, chosenBy(filter));
  const [all] = await db.select({ n: count() }).from(audit).where(chosen);
  const total = all?.n ?? 0;
  const { page, pages } = pageOf(total, AUDIT_PAGE, wanted);
  const rows = await db
    .select({
      chain: audit.chain,
      at: audit.at,
      actorName: audit.actorName,
      actorId: audit.actorId,
      dossierTitle: dossier.title,
      ...EVENT,
    })
    .from(audit)
    .leftJoin(dossier, eq(dossier.id, audit.dossierId))
    .where(chosen)
    .orderBy(desc(audit.at), desc(audit.chain), desc(audit.n))
    .limit(AUDIT_PAGE)
    .offset((page - 1) * AUDIT_PAGE);
  const rest = await othersOf(rows);
  return {
    total,
    page,
    pages,
    acts: rows.map(({ chain, at, actorName, actorId, dossierTitle, ...first }) => {
      const others = rest.get(`${chain} ${first.n}`) ?? [];
      return {
        chain,
        at,
        actorName,
        byAccount: actorId !== null,
        dossierTitle,
        first: { ...first, words: first.words ?? {} },
        rest: others.map(({ total: _, ...event }) => event),
        others: others[0]?.total ?? 0,
      };
    }),
  };
}

export const EVENT = {
  n: audit.n,
  action: audit.action,
  entity: audit.entity,
  entityId: audit.entityId,
  words: audit.words,
  sha256: audit.sha256,
};

type Other = AuditEvent & { total: number };

/** The other rows of these acts by chain and number of their first. */
async function othersOf(
  firsts: readonly { chain: string; n: number }[],
): Promise<Map<string, Other[]>> {
  if (firsts.length === 0) return new Map();
  const asked = JSON.stringify(firsts.map(({ chain, n }) => ({ chain, n })));
  const rows = await rowsOf<Other & { chain: string; act: number }>(
    await database(),
    sql`
      select a.chain, a.n::int as act, o.n::int as n, o.action, o.entity, o.entity_id as "entityId",
        coalesce(o.words, '{}') as words, o.sha256, o.total
      from jsonb_to_recordset(${asked}::text::jsonb) as a(chain text, n bigint)
      cross join lateral (
        select b.*, (count(*) over ())::int as total from audit b
        where b.chain = a.chain and b.act = a.n and b.n <> b.act
        order by b.n limit ${SHOWN}
      ) o`,
  );
  const found = new Map<string, Other[]>();
  for (const { chain, act, ...event } of rows) {
    const key = `${chain} ${act}`;
    found.set(key, [...(found.get(key) ?? []), event]);
  }
  return found;
}

/** The rows that a filter lets through. */
export function chosenBy(filter: AuditFilter): SQL {
  const all = [sql`true`];
  if (filter.dossier === INSTALLATION_CHAIN) all.push(isNull(audit.dossierId));
  else if (filter.dossier) {
    all.push(sql`${audit.dossierId} = (select id from dossier where slug = ${filter.dossier})`);
    // That a chain began is for who manages the installation.
    all.push(sql`${audit.action} <> 'chain.start'`);
  }
  // Anywhere in the act.
  if (filter.action) {
    all.push(sql`(${audit.chain}, coalesce(${audit.act}, ${audit.n})) in (
      select b.chain, coalesce(b.act, b.n) from audit b where b.action = ${filter.action})`);
  }
  const person = searchWords(filter.person ?? "");
  if (person) all.push(holds(audit.actorName, person));
  // A day begins and ends on the clock of the Netherlands, also when that clock is moved.
  if (calendarDate.safeParse(filter.from).success) {
    all.push(sql`${audit.at} >= (${filter.from}::date)::timestamp at time zone ${TIME_ZONE}`);
  }
  if (calendarDate.safeParse(filter.until).success) {
    all.push(sql`${audit.at} < (${filter.until}::date + 1)::timestamp at time zone ${TIME_ZONE}`);
  }
  return sql.join(all, sql` and `);
}

/** What the log can be filtered on. @throws Forbidden for who is not an administrator. */
export const auditChoices = query(
  administrator,
  async (
    _scope: AdministratorScope,
  ): Promise<{ actions: string[]; dossiers: { slug: string; title: string }[] }> => {
    const db = await database();
    const [actions, found] = [
      await db.selectDistinct({ action: audit.action }).from(audit).orderBy(asc(audit.action)),
      await db
        .select({ id: dossier.id, slug: dossier.slug, title: dossier.title })
        .from(dossier)
        .orderBy(dutchOrder(dossier.title), asc(dossier.id))
        .limit(500),
    ];
    const read = await titlesThrough(
      db,
      found.map(({ id, title }) => ({ dossierId: id, text: title })),
    );
    const dossiers = found.map(({ id, slug, title }) => ({ slug, title: read(id, title) }));
    return { actions: actions.map((row) => row.action), dossiers };
  },
);

/** What the log of a dossier can be filtered on. @throws Forbidden for a stakeholder. */
export const dossierAuditActions = query(reader, async (scope: ReaderScope): Promise<string[]> => {
  const db = await database();
  const actions = await db
    .selectDistinct({ action: audit.action })
    .from(audit)
    .where(and(eq(audit.dossierId, scope.dossierId), ne(audit.action, "chain.start")))
    .orderBy(asc(audit.action));
  return actions.map((row) => row.action);
});
