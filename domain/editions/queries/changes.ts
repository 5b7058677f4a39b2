import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { NotFound } from "../../kernel/errors";
import { faultText } from "../../kernel/faults";
import { query } from "../../kernel/query";
import { type EditionScope, editionReader } from "../../kernel/scope";
import type { EditionContent, ReactionThing } from "../model";
import { keepComparison, keptComparison, keptInShort } from "../rows";
import {
  type ComparedContent,
  type Comparison,
  type ComparisonInShort,
  compareContents,
  comparisonInShort,
} from "../rules/changes";
import { editionBodies } from "./public";

/** Of so many pairs of editions what differs is held in memory too. */
const MOST_HELD = 12;
const held = new Map<string, Promise<Comparison>>();

/** So many things are read and compared before others go first. */
const AT_ONCE = 1_000;

/**
 * What is different in an edition from another one of the same dossier. Whoever asks has opened both.
 *
 * @param base the one it is held against, whichever came first.
 * @throws NotFound when they are not of one dossier.
 */
export const editionChanges = query(
  editionReader,
  async (scope: EditionScope, base: EditionScope): Promise<Comparison> => {
    const pair = `${await opened(base)} ${scope.editionId}`;
    const known = held.get(pair);
    if (known) return known;
    const compared = keptOrCompared(scope, base);
    held.set(pair, compared);
    // What failed is asked again.
    compared.catch(() => held.delete(pair));
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return compared;
  },
);

/** What the first page of an edition says of it: where it is kept already, without reading the rest of it. */
export const changesAtFirst = query(
  editionReader,
  async (scope: EditionScope, base: EditionScope): Promise<ComparisonInShort> => {
    const pair = { editionId: scope.editionId, baseId: await opened(base) };
    const short = await keptInShort(await database(), pair);
    return short ?? comparisonInShort(await editionChanges(scope, base));
  },
);

/** Of what stands in the database nothing is computed; what does not is computed once, by whoever asks first, and kept. */
async function keptOrCompared(scope: EditionScope, base: EditionScope): Promise<Comparison> {
  const db = await database();
  const pair = { editionId: scope.editionId, baseId: base.editionId };
  const kept = await keptComparison(db, pair);
  if (kept) return kept;
  const compared = await compare(scope, base);
  // A page does not fail for what could not be kept (a full disk): whoever asks next tries again.
  await keepComparison(db, pair, compared).catch((error) =>
    console.error("[editions]", faultText(error)),
  );
  return compared;
}

/** Asks for the proof of the second one too, also when nothing is read of it. */
const opened = query(editionReader, ({ editionId }: EditionScope) => Promise.resolve(editionId));

async function compare(scope: EditionScope, base: EditionScope): Promise<Comparison> {
  const [dossiers] = await rowsOf<{ count: number }>(
    await database(),
    sql`select count(distinct dossier_id)::int as count from edition
      where id in (${scope.editionId}, ${base.editionId})`,
  );
  if (dossiers?.count !== 1) throw new NotFound();
  const { before, after } = await reactionsThatDiffer(scope, base);
  return compareContents(
    { ...(await programmeOf(base)), reactions: before },
    { ...(await programmeOf(scope)), reactions: after },
  );
}

async function programmeOf(scope: EditionScope): Promise<Omit<ComparedContent, "reactions">> {
  return {
    chapters: await all(scope, "chapters"),
    coreValues: await all(scope, "coreValues"),
    requirements: await all(scope, "requirements"),
    sources: await all(scope, "sources"),
  };
}

async function all<S extends keyof ComparedContent>(
  scope: EditionScope,
  section: S,
): Promise<EditionContent[S]> {
  const things: unknown[] = [];
  let after = 0;
  for (;;) {
    const { bodies, last } = await editionBodies(scope, section, after, AT_ONCE);
    for (const body of bodies) things.push(JSON.parse(body));
    if (bodies.length < AT_ONCE) return things as EditionContent[S];
    after = last;
    await giveWay();
  }
}

/** Reactions that are in one of both, or not the same in both: there may be a hundred thousand, and few differ. */
async function reactionsThatDiffer(
  { editionId }: EditionScope,
  base: EditionScope,
): Promise<{ before: ReactionThing[]; after: ReactionThing[] }> {
  const before: ReactionThing[] = [];
  const after: ReactionThing[] = [];
  await differing(editionId, base.editionId, true, (is, was) => {
    after.push(is);
    if (was) before.push(was);
  });
  // What is in both was read by now.
  await differing(base.editionId, editionId, false, (was) => before.push(was));
  return { before, after };
}

/** Goes over the reactions of one that are not so in the other, piece by piece. @param both whether those that are in both too. */
async function differing(
  one: string,
  other: string,
  both: boolean,
  found: (thing: ReactionThing, other: ReactionThing | null) => unknown,
): Promise<void> {
  const db = await database();
  const [last] = await rowsOf<{ n: number }>(
    db,
    sql`select coalesce(max(n), 0) as n from edition_part
      where edition_id = ${one} and section = 'reactions'`,
  );
  for (let from = 0; from < (last?.n ?? 0); from += AT_ONCE) {
    const rows = await rowsOf<{ body: string; other: string | null }>(
      db,
      sql`select p.body, q.body as other from edition_part p
        -- One look-up for each: joined as a whole, all of the other would be read for every piece.
        left join lateral (select o.key, o.body from edition_part o where o.edition_id = ${other}
          and o.section = 'reactions' and o.key = p.key limit 1) q on true
        where p.edition_id = ${one} and p.section = 'reactions'
          and p.n > ${from} and p.n <= ${from + AT_ONCE}
          and (q.key is null or ${both} and q.body <> p.body and ${SAID_OF.p} is distinct from ${SAID_OF.q})
        order by p.n`,
    );
    for (const row of rows) {
      found(JSON.parse(row.body), row.other === null ? null : JSON.parse(row.other));
    }
    await giveWay();
  }
}

/** How far behind the name of their field the marks begin. */
const MARKS_FROM = 9;

/**
 * The marks of what a reaction says, what was answered and which kernwaarden it has, of its twelve fields in the order of their
 * names. Only the numbers of groups, occasions and sources may differ, for those are counted anew in each edition.
 */
const saidOf = (body: SQL) => {
  // Where the name of the field stands: within a text its quotes would have a sign before them.
  const at = sql`strpos(${body}, '"marks":"') + ${MARKS_FROM}`;
  return sql`substr(${body}, ${at}, 8) || substr(${body}, ${at} + 16, 8) || substr(${body}, ${at} + 88, 8)`;
};
const SAID_OF = { p: saidOf(sql`p.body`), q: saidOf(sql`q.body`) };
