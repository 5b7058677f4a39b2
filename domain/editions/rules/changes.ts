import { canonicalJson } from "@/db/canonical";
import type {
  CoreValueThing,
  EditionContent,
  QuotedWordsThing,
  ReactionThing,
  RequirementThing,
} from "../model";
import { moved, pairedChapters } from "./moved";

/**
 * What became of a requirement. Each has one, the first that fits, so that the sums close: `dropped` it is in force no more,
 * `added` it was not in force before, `changed` it says something else, `moved` it stands elsewhere or has another code, `origin`
 * it rests on something else.
 */
export const CHANGES = ["added", "changed", "moved", "origin", "dropped"] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** What is held against each other of two editions. Of reactions those that are the same in both may be left out. */
export type ComparedContent = Pick<
  EditionContent,
  "chapters" | "coreValues" | "reactions" | "requirements" | "sources"
>;

/** Where a requirement stands: its chapter, and its place among those in force there; both from 1. */
export interface Spot {
  chapter: number;
  title: string;
  place: number;
}

export interface RequirementChange {
  kind: ChangeKind;
  /** Its code in each edition; null where it is not. */
  before: string | null;
  after: string | null;
  /** When it stands elsewhere, whatever else became of it. */
  moved: { from: Spot; to: Spot } | null;
}

export interface CoreValueChange {
  kind: "added" | "changed" | "gone";
  key: string;
  /** How many reactions it got, and lost. */
  gained: number;
  lost: number;
}

export interface ReactionChange {
  /** `answered`: it was answered otherwise · `reworded`: other words are read of it · `gone`: taken back, or removed. */
  kind: "added" | "answered" | "reworded" | "gone";
  key: string;
}

/** What is different between two editions. */
export interface Comparison {
  /** How many requirements are in force in each. */
  before: number;
  after: number;
  /** `before` is unchanged + changed + moved + origin + dropped; `after` has those added and not those dropped. */
  sums: Record<ChangeKind | "unchanged", number>;
  /** In the order of their codes. */
  requirements: RequirementChange[];
  coreValues: CoreValueChange[];
  reactions: ReactionChange[];
  sources: { added: number; changed: number; gone: number };
  chapters: { added: string[]; gone: string[]; renamed: { from: string; to: string }[] };
}

/** How many changed requirements the first page of an edition names. */
const FIRST_CHANGES = 5;

/** What the first page of an edition says of the one before it. */
export interface ComparisonInShort {
  sums: Comparison["sums"];
  /** How many reactions are not the same in both. */
  reactions: number;
  /** Those that say something else before those that only rest on something else. */
  first: RequirementChange[];
}

export function comparisonInShort({
  sums,
  requirements,
  reactions,
}: Comparison): ComparisonInShort {
  const first = [
    ...requirements.filter(({ kind }) => kind !== "origin"),
    ...requirements.filter(({ kind }) => kind === "origin"),
  ];
  return { sums, reactions: reactions.length, first: first.slice(0, FIRST_CHANGES) };
}

/**
 * By which rules editions are compared; what was kept by others is made anew. One more whenever `compareContents` or
 * `comparisonInShort` gives something else of the same two editions.
 */
export const COMPARED_BY = 1;

/**
 * Holds two editions of a dossier against each other, whichever came first. Requirements are found by what they are (`id`) and not
 * by their codes, which may be others before the first definitive edition; reactions and kernwaarden by their numbers, that
 * never change; words by what they are of, for sources are numbered anew in each edition.
 */
export function compareContents(before: ComparedContent, after: ComparedContent): Comparison {
  const pairs = pairedById(before.requirements, after.requirements);
  const places = moved(before, after);
  const nameBefore = wordNames(before);
  const nameAfter = wordNames(after);
  const sums = { added: 0, changed: 0, moved: 0, origin: 0, dropped: 0, unchanged: 0 };
  const requirements: RequirementChange[] = [];
  for (const [was, is] of pairs) {
    const stood = was && !was.dropped ? was : null;
    const stands = is && !is.dropped ? is : null;
    if (!stood && !stands) continue;
    const place = (stood && stands && places.get(stands.id)) || null;
    const kind = kindOf(stood, stands, place !== null, nameBefore, nameAfter);
    sums[kind]++;
    if (kind === "unchanged") continue;
    requirements.push({ kind, before: was?.key ?? null, after: is?.key ?? null, moved: place });
  }
  const inForce = (all: readonly RequirementThing[]) => all.filter(({ dropped }) => !dropped);
  const codes = codesById(before.requirements, after.requirements);
  return {
    before: inForce(before.requirements).length,
    after: inForce(after.requirements).length,
    sums,
    requirements: requirements.sort((a, b) =>
      byCode(a.after ?? a.before ?? "", b.after ?? b.before ?? ""),
    ),
    coreValues: coreValueChanges(before, after, codes),
    reactions: reactionChanges(before.reactions, after.reactions, codes),
    sources: sourceChanges(before, after),
    chapters: chapterChanges(before, after),
  };
}

function kindOf(
  stood: RequirementThing | null,
  stands: RequirementThing | null,
  elsewhere: boolean,
  nameBefore: WordName,
  nameAfter: WordName,
): ChangeKind | "unchanged" {
  if (!stood) return "added";
  if (!stands) return "dropped";
  if (saysOther(stood, stands)) return "changed";
  if (elsewhere || stood.key !== stands.key) return "moved";
  const rests = (one: RequirementThing, name: WordName) =>
    canonicalJson([
      one.coreValues.toSorted(),
      one.words.map(name).sort(),
      one.noSourceReason ?? null,
    ]);
  return rests(stood, nameBefore) === rests(stands, nameAfter) ? "unchanged" : "origin";
}

/** Fields of a requirement that are read as words. */
export const SAID = [
  "title",
  "kind",
  "text",
  "explanation",
  "evidence",
  "verification",
  "score",
  "weight",
] as const satisfies readonly (keyof RequirementThing)[];
export type SaidField = (typeof SAID)[number];

function saysOther(a: RequirementThing, b: RequirementThing): boolean {
  return (
    SAID.some((field) => (a[field] ?? null) !== (b[field] ?? null)) ||
    canonicalJson(a.body) !== canonicalJson(b.body)
  );
}

/** What a requirement rests on in one edition and not in the other. */
export interface OriginChange {
  coreValues: string[];
  words: QuotedWordsThing[];
}

/**
 * What a requirement rests on by now and did not before (`gained`), and the other way round. Without the one all of it is gained, or
 * lost.
 */
export function originChange(
  [was, before]: readonly [RequirementThing | null, Pick<ComparedContent, "sources">],
  [is, after]: readonly [RequirementThing | null, Pick<ComparedContent, "sources">],
): { gained: OriginChange; lost: OriginChange } {
  const nameBefore = wordNames(before);
  const nameAfter = wordNames(after);
  const minus = (
    [one, name]: readonly [RequirementThing | null, WordName],
    [other, otherName]: readonly [RequirementThing | null, WordName],
  ): OriginChange => ({
    coreValues: (one?.coreValues ?? []).filter((key) => !other?.coreValues.includes(key)),
    words: without(one?.words ?? [], name, (other?.words ?? []).map(otherName)),
  });
  return {
    gained: minus([is, nameAfter], [was, nameBefore]),
    lost: minus([was, nameBefore], [is, nameAfter]),
  };
}

/** Words that are not among these names; said twice and named once, one of them stays. */
function without(
  words: readonly QuotedWordsThing[],
  name: WordName,
  names: readonly string[],
): QuotedWordsThing[] {
  const left = new Map<string, number>();
  for (const one of names) left.set(one, (left.get(one) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(name(word)) ?? 0;
    if (count > 0) left.set(name(word), count - 1);
    return count === 0;
  });
}

type WordName = (words: QuotedWordsThing) => string;

/** By what words are known in every edition: their reaction or the file they stand in, and what they say. */
function wordNames({ sources }: Pick<ComparedContent, "sources">): WordName {
  const files = new Map(sources.map(({ key, fileSha256 }) => [key, fileSha256]));
  return ({ reaction, text, place }) =>
    canonicalJson([reaction ?? files.get(place?.source ?? "") ?? null, text ?? null]);
}

/** Why each version since came about, oldest first; none when nobody said so. */
export function reasonsSince(was: RequirementThing | null, is: RequirementThing): string[] {
  return (is.reasons ?? [])
    .filter(({ version }) => version > (was?.version ?? 0) && version <= is.version)
    .map(({ text }) => text);
}

function pairedById(
  before: readonly RequirementThing[],
  after: readonly RequirementThing[],
): [RequirementThing | null, RequirementThing | null][] {
  const was = new Map(before.map((one) => [one.id, one]));
  const pairs: [RequirementThing | null, RequirementThing | null][] = [];
  for (const one of after) {
    pairs.push([was.get(one.id) ?? null, one]);
    was.delete(one.id);
  }
  for (const one of was.values()) pairs.push([one, null]);
  return pairs;
}

/** What a requirement is called in both: codes are compared as the requirements they stand for. */
interface Codes {
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
}

function codesById(before: readonly RequirementThing[], after: readonly RequirementThing[]): Codes {
  const ids = (all: readonly RequirementThing[]) => new Map(all.map(({ key, id }) => [key, id]));
  return { before: ids(before), after: ids(after) };
}

const idsOf = (keys: readonly string[], codes: ReadonlyMap<string, string>) =>
  keys.map((key) => codes.get(key) ?? key).sort();

function coreValueChanges(
  before: ComparedContent,
  after: ComparedContent,
  codes: Codes,
): CoreValueChange[] {
  const was = new Map(before.coreValues.map((one) => [one.key, one]));
  const is = new Map(after.coreValues.map((one) => [one.key, one]));
  const gained = countsOf(after.reactions, before.reactions);
  const lost = countsOf(before.reactions, after.reactions);
  const says = ({ name, definition, rule, total }: CoreValueThing, ids: string[]) =>
    canonicalJson([name, definition, rule, total, ids]);
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((key): CoreValueChange[] => {
      const [one, other] = [was.get(key), is.get(key)];
      const counts = { key, gained: gained.get(key) ?? 0, lost: lost.get(key) ?? 0 };
      if (!one) return [{ kind: "added", ...counts }];
      if (!other) return [{ kind: "gone", ...counts }];
      const same =
        counts.gained + counts.lost === 0 &&
        says(one, idsOf(one.requirements, codes.before)) ===
          says(other, idsOf(other.requirements, codes.after));
      return same ? [] : [{ kind: "changed", ...counts }];
    })
    .sort((a, b) => byCode(a.key, b.key));
}

/** How many reactions each kernwaarde has in the one and not in the other. */
function countsOf(
  some: readonly ReactionThing[],
  others: readonly ReactionThing[],
): Map<string, number> {
  const known = new Map(others.map(({ key, coreValues }) => [key, coreValues]));
  const counts = new Map<string, number>();
  for (const { key, coreValues } of some) {
    for (const one of new Set(coreValues)) {
      if (!known.get(key)?.includes(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  return counts;
}

function reactionChanges(
  before: readonly ReactionThing[],
  after: readonly ReactionThing[],
  codes: Codes,
): ReactionChange[] {
  const was = new Map(before.map((one) => [one.key, one]));
  const answer = ({ answer }: ReactionThing, ids: ReadonlyMap<string, string>) =>
    canonicalJson(answer && { ...answer, requirements: idsOf(answer.requirements, ids) });
  const changes: ReactionChange[] = [];
  for (const one of after) {
    const { key } = one;
    const old = was.get(key);
    was.delete(key);
    if (!old) changes.push({ kind: "added", key });
    else if (answer(old, codes.before) !== answer(one, codes.after))
      changes.push({ kind: "answered", key });
    else if (old.text !== one.text) changes.push({ kind: "reworded", key });
  }
  for (const key of was.keys()) changes.push({ kind: "gone", key });
  return changes.sort((a, b) => byCode(a.key, b.key));
}

/** A version of a file is one source; its text changes when more was replaced in it. */
function sourceChanges(before: ComparedContent, after: ComparedContent): Comparison["sources"] {
  const named = ({ sources }: ComparedContent) =>
    new Map(
      sources.map(({ fileSha256, version, textSha256 }) => [
        `${fileSha256} ${version}`,
        textSha256,
      ]),
    );
  const [was, is] = [named(before), named(after)];
  const sums = { added: 0, changed: 0, gone: 0 };
  for (const [name, text] of is) {
    if (!was.has(name)) sums.added++;
    else if (was.get(name) !== text) sums.changed++;
  }
  for (const name of was.keys()) if (!is.has(name)) sums.gone++;
  return sums;
}

function chapterChanges(before: ComparedContent, after: ComparedContent): Comparison["chapters"] {
  const pairs = pairedChapters(before, after);
  const titles = new Map(after.chapters.map(({ key, title }) => [key, title]));
  const changes: Comparison["chapters"] = { added: [], gone: [], renamed: [] };
  const found = new Set<string>();
  for (const { key, title } of before.chapters) {
    const other = pairs.get(key);
    const to = titles.get(other ?? "");
    if (other === undefined || to === undefined) changes.gone.push(title);
    else {
      found.add(other);
      if (to !== title) changes.renamed.push({ from: title, to });
    }
  }
  for (const { key, title } of after.chapters) if (!found.has(key)) changes.added.push(title);
  return changes;
}

const NUMBERS = /\d+/g;

/** The order of codes: by their numbers, whatever the letter of the kind before them. */
export function byCode(a: string, b: string): number {
  const [one, other] = [a, b].map((code) => (code.match(NUMBERS) ?? []).map(Number));
  for (let i = 0; i < Math.max(one?.length ?? 0, other?.length ?? 0); i++) {
    const difference = (one?.[i] ?? -1) - (other?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
