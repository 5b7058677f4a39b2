import { CodePointIndex } from "../../text/rules";
import type { CheckContext, Finding } from "../model";
import { checkRequirement } from ".";
import { type Read, read } from "./read";
import { isSureNumber, UNITS } from "./words";

/** A requirement in its document, by the name in which others are told of it ("E-1.2", "regel 4"). */
export interface InDocument {
  name: string;
  text: string;
}

/** Share of words two requirements have in common from which they are about the same. */
const SAME = 0.8;
const ALIKE = 0.75;
/** Fewer words say too little to compare. */
const FEWEST = 4;
/** A word in more requirements than this tells none of them apart. */
const COMMON = 200;

const LITTLE = new Set(
  "de het een van in op aan bij voor met en of te ten ter tot uit door om naar per is zijn wordt worden die dat dit deze als na over opdrachtnemer leverancier vervoerder aannemer".split(
    " ",
  ),
);
const DENIAL = new Set(["niet", "geen", "nooit", "zonder"]);

/** What is found within one requirement, and what it is compared by with others. */
export interface Judged {
  found: readonly Finding[];
  gist: Gist;
}

interface Gist {
  words: ReadonlySet<string>;
  /** By unit: the numbers that stand before it. */
  numbers: ReadonlyMap<string, string>;
  denied: boolean;
}

/** One requirement by itself: the greater part of the work, and the same as long as text and context are. */
export function judge(text: string, context: CheckContext = {}): Judged {
  return { found: checkRequirement(text, context), gist: gistOf(read(text)) };
}

/**
 * The findings of every requirement of a document, those within it and those between it and another: the same thing
 * twice, and the same thing with another number or denied.
 *
 * Compares only requirements that share a word that is in few of them, so time grows with the size of the document.
 *
 * @param judged each by itself, by who knows them already.
 */
export function checkDocument(
  requirements: readonly InDocument[],
  context: CheckContext = {},
  judged: readonly Judged[] = requirements.map(({ text }) => judge(text, context)),
): Finding[][] {
  const found = judged.map((one) => [...one.found]);
  const gists = judged.map(({ gist }) => gist);
  for (const [a, b] of likePairs(gists)) {
    const rule = relationOf(gists[a], gists[b]);
    if (rule === null) continue;
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const { length } = new CodePointIndex(requirements[own]?.text ?? "");
      const params = { words: "", other: requirements[other]?.name ?? "" };
      found[own]?.push({ rule, severity: "let op", start: 0, end: length, params });
    }
  }
  return found;
}

function gistOf({ words }: Read): Gist {
  const numbers = new Map<string, string>();
  const own = new Set<string>();
  for (const [i, { text }] of words.entries()) {
    const next = words[i + 1]?.text ?? "";
    if (isSureNumber(text) && /^[\d.,]+$|^\p{L}+$/u.test(text) && UNITS.has(next)) {
      numbers.set(next, `${numbers.get(next) ?? ""} ${text}`);
    } else if (!LITTLE.has(text) && !DENIAL.has(text)) own.add(text);
  }
  return { words: own, numbers, denied: words.some(({ text }) => DENIAL.has(text)) };
}

/** Pairs with a rare word in common, each once. */
function likePairs(gists: readonly Gist[]): [number, number][] {
  const byWord = new Map<string, number[]>();
  for (const [i, { words }] of gists.entries()) {
    for (const word of words) {
      const known = byWord.get(word);
      if (known) known.push(i);
      else byWord.set(word, [i]);
    }
  }
  const pairs: [number, number][] = [];
  for (const [a, { words }] of gists.entries()) {
    if (words.size < FEWEST) continue;
    const size = (word: string) => byWord.get(word)?.length ?? 0;
    // What shares three quarters of its words shares one of the rarest quarter, and one more.
    const rare = [...words].sort((x, y) => size(x) - size(y));
    const seen = new Set<number>();
    for (const word of rare.slice(0, Math.floor(words.size * (1 - ALIKE)) + 1)) {
      const others = byWord.get(word) ?? [];
      if (others.length > COMMON) break;
      for (const b of others) if (b !== a) seen.add(b);
    }
    for (const b of seen) {
      const shares = share(words, gists[b]?.words ?? new Set()) >= ALIKE;
      if (shares) pairs.push(a < b ? [a, b] : [b, a]);
    }
  }
  const once = new Map(pairs.map((pair) => [pair.join(), pair]));
  return [...once.values()];
}

function relationOf(
  a: Gist | undefined,
  b: Gist | undefined,
): "duplicate" | "contradiction" | null {
  if (!a || !b || Math.min(a.words.size, b.words.size) < FEWEST) return null;
  const bare = (words: ReadonlySet<string>) => [...words].filter((word) => /^\d/.test(word)).join();
  // "Prioriteit 1" and "prioriteit 2" are two things.
  if (bare(a.words) !== bare(b.words)) return null;
  const shared = share(a.words, b.words);
  const differs = [...a.numbers].some(
    ([unit, number]) => (b.numbers.get(unit) ?? number) !== number,
  );
  if (shared >= ALIKE && (differs || (shared >= SAME && a.denied !== b.denied)))
    return "contradiction";
  const same = a.numbers.size === b.numbers.size && a.denied === b.denied;
  return shared >= SAME && same ? "duplicate" : null;
}

/** Jaccard: words in both of the words in either. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
