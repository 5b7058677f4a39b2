import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { Outcome } from "@/db/vocabulary";
import { NotFound } from "../../../kernel/errors";
import { query } from "../../../kernel/query";
import { type EditionScope, editionReader } from "../../../kernel/scope";
import type { EditionContent, EditionPage, Marked, ReactionThing, Section } from "../../model";
import { inOrderPut } from "../../rules/reading";
import { FIRST_STATEMENTS, MOST_LISTED, SIZES, type SitePage } from "../../rules/site";
import { editionPage, editionThings, type PartFilter } from "../public";
import { reactionCells } from "./cells";
import { changesInShort, changesPages, changesView } from "./changes";
import type { SiteView } from "./view";
import { editionMap, namesOf, quoteViews } from "./words";

export { changesView } from "./changes";
export type * from "./view";

/** How many of the words of a kernwaarde stand with a requirement; all of them stand with the kernwaarde. */
const FIRST_WORDS = 8;
/** How many of them that carry the requirement. */
const FIRST_CARRYING = 100;
/** How many reactions that were answered in another way stand with a requirement. */
const MOST_OTHERWISE = 60;
const EXAMPLES: readonly Outcome[] = ["adopted", "partly", "rejected"];
/** Among so many an example is looked for that reads well. */
const TRIED = 20;

type Thing<S extends Section> = Marked<EditionContent[S][number]>;

/**
 * All that a page of an edition shows.
 *
 * @param base the edition that it is compared with, when there is one (`openBeside`).
 * @throws NotFound for a page that this edition does not have: an unknown key, or past the last one.
 */
export const siteView = query(
  editionReader,
  (scope: EditionScope, page: SitePage, base: EditionScope | null = null): Promise<SiteView> => {
    switch (page.kind) {
      case "home":
        return home(scope, base);
      case "changes":
        return base ? changesView(scope, base, page) : Promise.reject(new NotFound());
      case "compare":
        return Promise.reject(new NotFound());
      case "programme":
        return listed(scope, "chapters").then((chapters) => ({ kind: "programme", chapters }));
      case "chapter":
        return chapter(scope, page);
      case "requirement":
        return requirement(scope, page.key);
      case "coreValues":
        return listed(scope, "coreValues").then((coreValues) => ({
          kind: "coreValues",
          coreValues,
        }));
      case "coreValue":
        return coreValue(scope, page);
      case "reactions":
        return reactions(scope, page);
      case "statements":
        return statements(scope, page);
      case "reaction":
        return reaction(scope, page.key);
      case "sources":
        return listed(scope, "sources").then((sources) => ({ kind: "sources", sources }));
      case "source":
        return source(scope, page);
      case "heard":
        return heard(scope);
      case "check":
        return Promise.resolve({ kind: "check" });
      case "notes":
        return Promise.resolve({ kind: "notes" });
      case "search":
        return search(scope, page.words);
    }
  },
);

/**
 * All pages of an edition, for who takes them along: of reactions by one filter at a time, and without the search, which
 * needs a server.
 */
export const sitePages = query(
  editionReader,
  async (scope: EditionScope, base: EditionScope | null = null): Promise<SitePage[]> => {
    const pages: SitePage[] = [{ kind: "home" }, { kind: "programme" }];
    for (const { key, total } of await listed(scope, "chapters")) {
      for (const page of upTo(total, SIZES.chapter)) pages.push({ kind: "chapter", key, page });
    }
    for (const key of await keysOf(scope, "requirements")) pages.push({ kind: "requirement", key });
    pages.push({ kind: "coreValues" });
    for (const { key, total } of await listed(scope, "coreValues")) {
      for (const page of upTo(total, SIZES.coreValue)) pages.push({ kind: "coreValue", key, page });
    }
    const cells = await reactionCells(scope);
    const sums = new Map<
      string,
      { filter: Extract<SitePage, { kind: "reactions" }>["filter"]; total: number }
    >();
    for (const { group, outcome, statement, count } of cells) {
      for (const filter of [{}, { group }, { outcome }, { statement }]) {
        const key = JSON.stringify(filter);
        sums.set(key, { filter, total: (sums.get(key)?.total ?? 0) + count });
      }
    }
    if (sums.size === 0) sums.set("", { filter: {}, total: 0 });
    for (const { filter, total } of sums.values()) {
      for (const page of upTo(total, SIZES.reactions))
        pages.push({ kind: "reactions", filter, page });
    }
    const { total: statements } = await editionPage(scope, "statements", { size: 1 });
    if (statements > FIRST_STATEMENTS) {
      for (const page of upTo(statements, SIZES.statements))
        pages.push({ kind: "statements", page });
    }
    for (const key of await keysOf(scope, "reactions")) pages.push({ kind: "reaction", key });
    pages.push({ kind: "sources" });
    for (const { source, total } of await blockTotals(scope)) {
      for (const page of upTo(total, SIZES.source))
        pages.push({ kind: "source", key: source, page });
    }
    pages.push({ kind: "heard" }, { kind: "check" }, { kind: "notes" });
    if (base) pages.push(...(await changesPages(scope, base)));
    return pages;
  },
);

const upTo = (total: number, size: number) =>
  Array.from({ length: Math.max(1, Math.ceil(total / size)) }, (_, i) => i + 1);

const listed = <S extends Section>(scope: EditionScope, section: S): Promise<Thing<S>[]> =>
  editionPage(scope, section, { size: MOST_LISTED }).then(({ rows }) => rows);

async function one<S extends Section>(
  scope: EditionScope,
  section: S,
  key: string,
): Promise<Thing<S>> {
  const [thing] = await editionThings(scope, section, [key]);
  if (!thing) throw new NotFound();
  return thing;
}

/** @throws NotFound past the last page. */
async function paged<S extends Section>(
  scope: EditionScope,
  section: S,
  asked: PartFilter & { page: number; size: number },
): Promise<EditionPage<Thing<S>>> {
  const found = await editionPage(scope, section, asked);
  if (asked.page > 1 && found.rows.length === 0) throw new NotFound();
  return found;
}

async function home(scope: EditionScope, base: EditionScope | null): Promise<SiteView> {
  const examples: ReactionThing[] = [];
  for (const outcome of EXAMPLES) {
    const { rows } = await editionPage(scope, "reactions", { outcome, size: TRIED });
    const [best] = rows.toSorted((a, b) => readsWell(b) - readsWell(a));
    if (best) examples.push(best);
  }
  return {
    kind: "home",
    chapters: await listed(scope, "chapters"),
    statements: await listed(scope, "statements"),
    groups: await listed(scope, "groups"),
    coreValues: await listed(scope, "coreValues"),
    cells: await reactionCells(scope),
    examples,
    names: await namesOf(scope, examples),
    changes: base && (await changesInShort(scope, base)),
  };
}

/** What is short enough to read at a glance, says something and is of somebody; the earlier one of two that are as good. */
function readsWell({ text, answer, group }: ReactionThing): number {
  const fits = text.length >= 30 && text.length <= 180;
  return (fits ? 4 : 0) + (answer && answer.reason.length <= 220 ? 2 : 0) + (group ? 1 : 0);
}

async function chapter(
  scope: EditionScope,
  { key, page }: { key: string; page: number },
): Promise<SiteView> {
  const chapters = await listed(scope, "chapters");
  const number = chapters.findIndex((thing) => thing.key === key) + 1;
  const thing = chapters[number - 1];
  if (!thing) throw new NotFound();
  const requirements = await paged(scope, "requirements", {
    ...{ parent: key, page, size: SIZES.chapter },
  });
  return { kind: "chapter", chapter: thing, number, chapters, requirements };
}

async function requirement(scope: EditionScope, key: string): Promise<SiteView> {
  const thing = await one(scope, "requirements", key);
  const chapters = await listed(scope, "chapters");
  const number = chapters.findIndex(({ key }) => key === thing.chapter) + 1;
  const coreValues = await editionThings(scope, "coreValues", thing.coreValues);
  const ways = [];
  for (const coreValue of coreValues) {
    const { rows } = await editionPage(scope, "words", {
      parent: coreValue.key,
      size: FIRST_WORDS,
    });
    const carrying = (thing.carriedBy ?? []).filter((key) => key.startsWith(`${coreValue.key}/`));
    const chosen = new Set(carrying);
    ways.push({
      coreValue,
      carrying: await quoteViews(
        scope,
        await editionThings(scope, "words", carrying.slice(0, FIRST_CARRYING)),
      ),
      carryingTotal: carrying.length,
      quotes: await quoteViews(
        scope,
        rows.filter(({ key }) => !chosen.has(key)),
      ),
    });
  }
  const otherwise = await answeredOtherwise(scope, thing.coreValues);
  return {
    kind: "requirement",
    requirement: thing,
    chapter: chapters[number - 1] ?? null,
    number,
    ...(await besides(scope, key)),
    direct: await quoteViews(scope, thing.words),
    ways,
    otherwise,
    names: await namesOf(scope, otherwise.reactions),
  };
}

/** The requirements before and after one. */
async function besides(
  { editionId }: EditionScope,
  key: string,
): Promise<{ before: string | null; after: string | null }> {
  const rows = await rowsOf<{ key: string; before: boolean }>(
    await database(),
    sql`select p.key, p.n < here.n as before from edition_part here
      join edition_part p on p.edition_id = here.edition_id and p.section = here.section
        and p.n in (here.n - 1, here.n + 1)
      where here.edition_id = ${editionId} and here.section = 'requirements' and here.key = ${key}`,
  );
  const at = (before: boolean) => rows.find((row) => row.before === before)?.key ?? null;
  return { before: at(true), after: at(false) };
}

/** Reactions under these kernwaarden that were not simply taken over. */
async function answeredOtherwise({ editionId }: EditionScope, coreValues: readonly string[]) {
  if (coreValues.length === 0) return { reactions: [], total: 0 };
  const rows = await rowsOf<{ body: string; total: number }>(
    await database(),
    sql`select r.body, (count(*) over ())::int as total from edition_part r
      where r.edition_id = ${editionId} and r.section = 'reactions'
        and r.outcome in ('partly', 'rejected', 'elsewhere', 'outOfScope')
        and r.key in (
          select w.body::jsonb->>'reaction' from edition_part w
          where w.edition_id = ${editionId} and w.section = 'words'
            and w.parent in (select jsonb_array_elements_text(${JSON.stringify(coreValues)}::text::jsonb)))
      order by r.n limit ${MOST_OTHERWISE}`,
  );
  return {
    reactions: rows.map(({ body }) => JSON.parse(body) as ReactionThing),
    total: rows[0]?.total ?? 0,
  };
}

async function coreValue(
  scope: EditionScope,
  { key, page }: { key: string; page: number },
): Promise<SiteView> {
  const thing = await one(scope, "coreValues", key);
  const words = await paged(scope, "words", { parent: key, page, size: SIZES.coreValue });
  return {
    kind: "coreValue",
    coreValue: thing,
    requirements: await editionThings(scope, "requirements", thing.requirements),
    quotes: { ...words, rows: await quoteViews(scope, words.rows) },
  };
}

async function reactions(
  scope: EditionScope,
  { filter, page }: Extract<SitePage, { kind: "reactions" }>,
): Promise<SiteView> {
  const found = await paged(scope, "reactions", { ...filter, page, size: SIZES.reactions });
  return {
    kind: "reactions",
    filter,
    groups: await listed(scope, "groups"),
    statements: await listed(scope, "statements"),
    cells: await reactionCells(scope),
    reactions: found,
    names: await namesOf(scope, found.rows),
  };
}

/** All stellingen in the order in which they were put, a page of them. @throws NotFound past the last page. */
async function statements(scope: EditionScope, { page }: { page: number }): Promise<SiteView> {
  const all = inOrderPut(await listed(scope, "statements"));
  const size = SIZES.statements;
  const rows = all.slice((page - 1) * size, page * size);
  if (page > 1 && rows.length === 0) throw new NotFound();
  const pages = Math.max(1, Math.ceil(all.length / size));
  return {
    kind: "statements",
    statements: { rows, page, pages, total: all.length },
    cells: await reactionCells(scope),
  };
}

async function reaction(scope: EditionScope, key: string): Promise<SiteView> {
  const thing = await one(scope, "reactions", key);
  const [quote] = await quoteViews(scope, [
    { reaction: key, consultation: thing.consultation, place: null, text: null },
  ]);
  if (!quote) throw new NotFound();
  return {
    kind: "reaction",
    reaction: thing,
    quote,
    coreValues: await editionThings(scope, "coreValues", thing.coreValues),
    names: await namesOf(scope, [thing]),
  };
}

async function source(
  scope: EditionScope,
  { key, page }: { key: string; page: number },
): Promise<SiteView> {
  const thing = await one(scope, "sources", key);
  const blocks = await paged(scope, "blocks", { parent: key, page, size: SIZES.source });
  const keys = blocks.rows.flatMap(({ quoted }) => quoted.map(({ reaction }) => reaction));
  return {
    kind: "source",
    source: thing,
    blocks,
    reactions: await editionMap(scope, "reactions", keys),
  };
}

async function heard(scope: EditionScope): Promise<SiteView> {
  return {
    kind: "heard",
    groups: await listed(scope, "groups"),
    cells: await reactionCells(scope),
    consultations: await listed(scope, "consultations"),
  };
}

async function search(scope: EditionScope, words: string): Promise<SiteView> {
  const nothing = { rows: [], page: 1, pages: 1, total: 0 };
  const found = async <S extends Section>(section: S): Promise<EditionPage<Thing<S>>> =>
    words ? editionPage(scope, section, { search: words, size: SIZES.search }) : nothing;
  const reactions = await found("reactions");
  return {
    kind: "search",
    words,
    requirements: await found("requirements"),
    coreValues: await found("coreValues"),
    reactions,
    blocks: await found("blocks"),
    names: await namesOf(scope, reactions.rows),
  };
}

async function keysOf({ editionId }: EditionScope, section: Section): Promise<string[]> {
  const rows = await rowsOf<{ key: string }>(
    await database(),
    sql`select key from edition_part where edition_id = ${editionId} and section = ${section} order by n`,
  );
  return rows.map(({ key }) => key);
}

async function blockTotals({
  editionId,
}: EditionScope): Promise<{ source: string; total: number }[]> {
  return rowsOf(
    await database(),
    sql`select s.key as source, count(b.n)::int as total from edition_part s
      left join edition_part b on b.edition_id = s.edition_id and b.section = 'blocks' and b.parent = s.key
      where s.edition_id = ${editionId} and s.section = 'sources' group by s.n, s.key order by s.n`,
  );
}
