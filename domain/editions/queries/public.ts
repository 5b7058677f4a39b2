import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { holdsBare } from "@/db/search";
import type { EditionKind, Outcome } from "@/db/vocabulary";
import { query } from "../../kernel/query";
import { type EditionScope, editionReader } from "../../kernel/scope";
import type { EditionContent, EditionHead, EditionPage, Marked, Section } from "../model";
import { numberOf } from "../rules";

/** An edition as its readers see it stand among the others. */
export interface PublicEdition {
  head: EditionHead;
  sha256: string;
  withdrawn: { at: string; reason: string } | null;
  /** Other published editions, the newest first. */
  others: {
    number: string;
    kind: EditionKind;
    sha256: string;
    decidedOn: string;
    withdrawn: boolean;
  }[];
  /** A newer definitive one that holds in its place. */
  newer: { number: string; decidedOn: string } | null;
}

/** What an edition says of itself, and what was done with it since. */
export const publicEdition = query(
  editionReader,
  async ({ editionId }: EditionScope): Promise<PublicEdition> => {
    const rows = await rowsOf<{
      id: string;
      major: number;
      minor: number;
      kind: EditionKind;
      decidedOn: string;
      head: string | null;
      sha256: string;
      published: boolean;
      withdrawnAt: string | null;
      withdrawnReason: string | null;
    }>(
      await database(),
      sql`select e.id, e.major, e.minor, e.kind, e.decided_on::text as "decidedOn", e.sha256,
          case when e.id = ${editionId} then e.head end as head, p.act is not null as published,
          w.created_at as "withdrawnAt", w.reason as "withdrawnReason"
        from edition e
        join edition one on one.dossier_id = e.dossier_id and one.id = ${editionId}
        left join edition_act p on p.edition_id = e.id and p.act = 'published'
        left join edition_act w on w.edition_id = e.id and w.act = 'withdrawn'
        where p.act is not null or e.id = ${editionId}
        order by e.major desc, e.minor desc`,
    );
    const one = rows.find(({ id }) => id === editionId);
    if (!one?.head) throw new Error("an edition without a head");
    const newer = rows.find(
      ({ kind, published, withdrawnAt, major }) =>
        kind === "definitive" && published && withdrawnAt === null && major > one.major,
    );
    return {
      head: JSON.parse(one.head) as EditionHead,
      sha256: one.sha256,
      withdrawn:
        one.withdrawnAt === null
          ? null
          : { at: one.withdrawnAt, reason: one.withdrawnReason ?? "" },
      others: rows
        .filter(({ id }) => id !== editionId)
        .map(({ kind, sha256, decidedOn, withdrawnAt, ...place }) => ({
          ...{ number: numberOf(place), kind, sha256, decidedOn, withdrawn: withdrawnAt !== null },
        })),
      newer: newer ? { number: numberOf(newer), decidedOn: newer.decidedOn } : null,
    };
  },
);

type ThingOf<S extends Section> = Marked<EditionContent[S][number]>;

/** What of a part is asked for. */
export interface PartFilter {
  /** Of what belongs to something: `B-1` for its blocks, `K-1` for its words, `H-1` for its requirements. */
  parent?: string;
  /** Of reactions; null of those without. */
  group?: string | null;
  outcome?: Outcome | null;
  statement?: string | null;
  /** Words that stand in it, whatever their accents and capitals. */
  search?: string;
}

/** Things of a part on one page, in their order. @param page from 1. */
export const editionPage = query(
  editionReader,
  async <S extends Section>(
    { editionId }: EditionScope,
    section: S,
    { page = 1, size, ...filter }: PartFilter & { page?: number; size: number },
  ): Promise<EditionPage<ThingOf<S>>> => {
    const rows = await rowsOf<{ body: string; total: number }>(
      await database(),
      sql`select body, (count(*) over ())::int as total from edition_part
        where edition_id = ${editionId} and section = ${section} and ${chosenBy(filter)}
        order by n limit ${size} offset ${(Math.max(1, page) - 1) * size}`,
    );
    const total = rows[0]?.total ?? 0;
    return {
      rows: rows.map(({ body }) => JSON.parse(body) as ThingOf<S>),
      ...{ page, total, pages: Math.max(1, Math.ceil(total / size)) },
    };
  },
) as <S extends Section>(
  scope: EditionScope,
  section: S,
  asked: PartFilter & { page?: number; size: number },
) => Promise<EditionPage<ThingOf<S>>>;

/** Things of a part by their keys, in the order of the edition; a key that is not there is left out. */
export const editionThings = query(
  editionReader,
  async (
    { editionId }: EditionScope,
    section: Section,
    keys: readonly string[],
  ): Promise<unknown[]> => {
    if (keys.length === 0) return [];
    const rows = await rowsOf<{ body: string }>(
      await database(),
      sql`select body from edition_part where edition_id = ${editionId} and section = ${section}
        and key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb)) order by n`,
    );
    return rows.map(({ body }) => JSON.parse(body));
  },
) as <S extends Section>(
  scope: EditionScope,
  section: S,
  keys: readonly string[],
) => Promise<ThingOf<S>[]>;

/**
 * The bodies of all things of a part in order, some at a time: canonical JSON, to be written out.
 *
 * @param after the last one that was read; 0 to begin.
 */
export const editionBodies = query(
  editionReader,
  async (
    { editionId }: EditionScope,
    section: Section,
    after: number,
    size: number,
  ): Promise<{ bodies: string[]; last: number }> => {
    const rows = await rowsOf<{ n: number; body: string }>(
      await database(),
      sql`select n, body from edition_part
        where edition_id = ${editionId} and section = ${section} and n > ${after}
        order by n limit ${size}`,
    );
    return { bodies: rows.map(({ body }) => body), last: rows.at(-1)?.n ?? after };
  },
);

function chosenBy({ parent, group, outcome, statement, search }: PartFilter): SQL {
  const parts: SQL[] = [sql`true`];
  const is = (column: SQL, value: string | null) =>
    value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  if (parent !== undefined) parts.push(is(sql`parent`, parent));
  if (group !== undefined) parts.push(is(sql`group_key`, group));
  if (outcome !== undefined) parts.push(is(sql`outcome`, outcome));
  if (statement !== undefined) parts.push(is(sql`statement_key`, statement));
  if (search) parts.push(holdsBare(sql`words`, search));
  return sql.join(parts, sql` and `);
}

/** The groups of which an edition holds reactions, with how many; in the order of the edition. */
export const groupsHeard = query(
  editionReader,
  async ({ editionId }: EditionScope): Promise<{ key: string; name: string; count: number }[]> =>
    rowsOf(
      await database(),
      sql`select g.key, g.body::jsonb->>'name' as name, count(*)::int as count
        from edition_part g
        join edition_part r on r.edition_id = g.edition_id and r.section = 'reactions' and r.group_key = g.key
        where g.edition_id = ${editionId} and g.section = 'groups'
        group by g.key, g.body, g.n order by g.n`,
    ),
);
