import { NotFound } from "../../../kernel/errors";
import { query } from "../../../kernel/query";
import { type EditionScope, editionReader } from "../../../kernel/scope";
import type { QuotedWordsThing, RequirementThing, SourceThing } from "../../model";
import {
  type Comparison,
  type OriginChange,
  originChange,
  type RequirementChange,
  reasonsSince,
} from "../../rules/changes";
import {
  CHANGES_PARTS,
  type ChangesOnly,
  MOST_LISTED,
  SIZES,
  type SitePage,
} from "../../rules/site";
import { changesAtFirst, editionChanges } from "../changes";
import { editionPage, editionThings, publicEdition } from "../public";
import type {
  BaseView,
  ChangesInShort,
  ChangesView,
  CoreValueChangeView,
  OriginView,
  ReactionChangeView,
  RequirementChangeView,
} from "./view";
import { editionMap, quoteViews } from "./words";

/** How many of the words that a requirement got or lost stand with it. */
const FIRST_WORDS = 4;

/**
 * What is different in an edition from another one, a page of it.
 *
 * @param page from 1. @throws NotFound past the last page.
 */
export const changesView = query(
  editionReader,
  async (
    scope: EditionScope,
    base: EditionScope,
    { only, page }: { only: ChangesOnly; page: number },
  ): Promise<ChangesView> => {
    const found = await editionChanges(scope, base);
    const { sums, before, after, coreValues, reactions, sources, chapters } = found;
    return {
      ...{ kind: "changes", base: await baseOf(base), only, sources, chapters },
      sums: {
        ...{ ...sums, before, after },
        ...{ coreValues: coreValues.length, reactions: reactions.length },
      },
      list: await listOf(scope, base, found, only, page),
    };
  },
);

/** What is new in an edition, for its first page. */
export const changesInShort = query(
  editionReader,
  async (scope: EditionScope, base: EditionScope): Promise<ChangesInShort> => {
    const { sums, reactions, first } = await changesAtFirst(scope, base);
    const titles = new Map([
      ...(await titlesOf(
        base,
        first.map(({ before }) => before),
      )),
      ...(await titlesOf(
        scope,
        first.map(({ after }) => after),
      )),
    ]);
    return {
      ...{ base: await baseOf(base), sums, reactions },
      first: first.map(({ kind, before, after }) => {
        const key = after ?? before ?? "";
        return { kind, key, title: titles.get(key) ?? "", isThere: after !== null };
      }),
    };
  },
);

async function titlesOf(
  scope: EditionScope,
  keys: readonly (string | null)[],
): Promise<[string, string][]> {
  return [...(await editionMap(scope, "requirements", keys))].map(([key, { title }]) => [
    key,
    title,
  ]);
}

async function baseOf(base: EditionScope): Promise<BaseView> {
  const { number, kind, decidedOn } = (await publicEdition(base)).head;
  return { number, kind, decidedOn };
}

async function listOf(
  scope: EditionScope,
  base: EditionScope,
  found: Comparison,
  only: ChangesOnly,
  page: number,
): Promise<ChangesView["list"]> {
  if (only === "coreValues") {
    const part = pageOf(found.coreValues, page);
    const keys = part.rows.map(({ key }) => key);
    const was = await editionMap(base, "coreValues", keys);
    const is = await editionMap(scope, "coreValues", keys);
    const rows = part.rows.map(
      (one): CoreValueChangeView => ({
        ...one,
        was: was.get(one.key) ?? null,
        is: is.get(one.key) ?? null,
      }),
    );
    return { of: "coreValues", ...part, rows };
  }
  if (only === "reactions") {
    const part = pageOf(found.reactions, page);
    return { of: "reactions", ...part, rows: await reactionRows(scope, base, part.rows) };
  }
  const all = only ? found.requirements.filter(({ kind }) => kind === only) : found.requirements;
  const part = pageOf(all, page);
  return {
    of: "requirements",
    ...part,
    rows: await requirementRows(scope, base, part.rows, found.coreValues),
  };
}

/** @throws NotFound past the last page. */
function pageOf<T>(all: readonly T[], page: number) {
  const size = SIZES.changes;
  const rows = all.slice((page - 1) * size, page * size);
  if (page > 1 && rows.length === 0) throw new NotFound();
  return { rows, page, total: all.length, pages: Math.max(1, Math.ceil(all.length / size)) };
}

async function reactionRows(
  scope: EditionScope,
  base: EditionScope,
  changes: Comparison["reactions"],
): Promise<ReactionChangeView[]> {
  const keys = changes.map(({ key }) => key);
  const was = await editionMap(base, "reactions", keys);
  const is = await editionMap(scope, "reactions", keys);
  const groups = await editionMap(
    scope,
    "groups",
    [...is.values()].map(({ group }) => group),
  );
  const oldGroups = await editionMap(
    base,
    "groups",
    [...was.values()].map(({ group }) => group),
  );
  return changes.map((one) => {
    const [old, now] = [was.get(one.key) ?? null, is.get(one.key) ?? null];
    const group = now ? groups.get(now.group ?? "") : oldGroups.get(old?.group ?? "");
    return { ...one, was: old, is: now, group: group ?? null };
  });
}

async function requirementRows(
  scope: EditionScope,
  base: EditionScope,
  changes: readonly RequirementChange[],
  coreValues: Comparison["coreValues"],
): Promise<RequirementChangeView[]> {
  const old = await sideOf(
    base,
    changes.map(({ before }) => before),
  );
  const now = await sideOf(
    scope,
    changes.map(({ after }) => after),
  );
  const gainedBy = new Map(coreValues.map(({ key, gained }) => [key, gained]));
  const pairs = changes.map((change) => {
    const was = old.requirements.get(change.before ?? "") ?? null;
    const is = now.requirements.get(change.after ?? "") ?? null;
    // What lapsed rests on nothing any more, whatever is still linked to it.
    const origin =
      change.kind === "dropped" || !is
        ? { gained: NOTHING, lost: NOTHING }
        : originChange([was?.dropped ? null : was, old], [is, now]);
    const kept = (is?.coreValues ?? []).filter(
      (key) =>
        change.kind !== "dropped" &&
        !origin.gained.coreValues.includes(key) &&
        (gainedBy.get(key) ?? 0) > 0,
    );
    return { change, was, is, origin, kept };
  });
  const gained = await originViews(
    scope,
    pairs.map(({ origin }) => origin.gained),
  );
  const lost = await originViews(
    base,
    pairs.map(({ origin }) => origin.lost),
  );
  const grown = await editionMap(
    scope,
    "coreValues",
    pairs.flatMap(({ kept }) => kept),
  );
  return pairs.map(({ change, was, is, kept }, i) => ({
    ...{ ...change, was, is },
    reasons: is ? reasonsSince(was, is) : [],
    gained: gained[i] ?? EMPTY,
    lost: lost[i] ?? EMPTY,
    grown: kept.flatMap((key) => {
      const coreValue = grown.get(key);
      return coreValue ? [{ coreValue, gained: gainedBy.get(key) ?? 0 }] : [];
    }),
  }));
}

const NOTHING: OriginChange = { coreValues: [], words: [] };
const EMPTY: OriginView = { coreValues: [], quotes: [], more: 0 };

async function sideOf(
  scope: EditionScope,
  keys: readonly (string | null)[],
): Promise<{ requirements: Map<string, RequirementThing>; sources: SourceThing[] }> {
  const { rows } = await editionPage(scope, "sources", { size: MOST_LISTED });
  return { requirements: await editionMap(scope, "requirements", keys), sources: rows };
}

/** Of several requirements at once. */
async function originViews(
  scope: EditionScope,
  all: readonly OriginChange[],
): Promise<OriginView[]> {
  const firsts = all.map(({ words }): QuotedWordsThing[] => words.slice(0, FIRST_WORDS));
  const quotes = await quoteViews(scope, firsts.flat());
  const coreValues = new Map(
    (
      await editionThings(scope, "coreValues", [...new Set(all.flatMap((one) => one.coreValues))])
    ).map((one) => [one.key, one]),
  );
  let at = 0;
  return all.map((one, i) => {
    const count = firsts[i]?.length ?? 0;
    const own = quotes.slice(at, at + count);
    at += count;
    return {
      coreValues: one.coreValues.flatMap((key) => coreValues.get(key) ?? []),
      quotes: own,
      more: one.words.length - count,
    };
  });
}

/** The pages of what changed, for who takes them along. */
export const changesPages = query(
  editionReader,
  async (scope: EditionScope, base: EditionScope): Promise<SitePage[]> => {
    const { requirements, sums, coreValues, reactions } = await editionChanges(scope, base);
    const { number } = await baseOf(base);
    const totals = { ...sums, coreValues: coreValues.length, reactions: reactions.length };
    const parts: [ChangesOnly, number][] = [
      [null, requirements.length],
      ...CHANGES_PARTS.map((part): [ChangesOnly, number] => [part, totals[part]]),
    ];
    return parts.flatMap(([only, total]) =>
      only && total === 0
        ? []
        : Array.from({ length: Math.max(1, Math.ceil(total / SIZES.changes)) }, (_, i) => ({
            ...{ kind: "changes" as const, base: number, only, page: i + 1 },
          })),
    );
  },
);
