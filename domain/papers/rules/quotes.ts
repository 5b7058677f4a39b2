import type {
  BlockThing,
  EditionContent,
  Place,
  QuotedWordsThing,
  ReactionThing,
  SourceThing,
} from "../../editions/model";

/** Words on which something rests, once, whatever rests on them. */
export interface Quote {
  /** From 1: sources in their order, in each the order of its text; then what stands in no source, by consultation. */
  n: number;
  text: string;
  source: SourceThing | null;
  /** Number of the block in which they begin. */
  block: number | null;
  consultation: string | null;
  statement: string | null;
  /** Who said it: more than one when the same place is more than one reaction. */
  reactions: ReactionThing[];
  /** Requirements that name these words themselves. */
  direct: string[];
  /** Kernwaarden that have these words, and on which a requirement is written. */
  coreValues: string[];
}

/** The quotations of an edition, and which of them carry what, as numbers in order. */
export interface Quotes {
  all: readonly Quote[];
  ofRequirement: ReadonlyMap<string, readonly number[]>;
  ofCoreValue: ReadonlyMap<string, readonly number[]>;
  /** By the key of a word of a kernwaarde. */
  ofWord: ReadonlyMap<string, number>;
}

interface Found extends Omit<Quote, "n" | "block"> {
  place: Place | null;
}

/** Gives every quotation on which a requirement rests its number. What no requirement rests on has none. */
export function quotesOf(content: EditionContent): Quotes {
  const reactions = new Map(content.reactions.map((one) => [one.key, one]));
  const sources = new Map(content.sources.map((one) => [one.key, one]));
  const used = new Set(
    content.coreValues.filter(({ requirements }) => requirements.length > 0).map(({ key }) => key),
  );
  const found = new Map<string, Found>();
  const quote = (word: QuotedWordsThing): Found => {
    const reaction = word.reaction === null ? undefined : reactions.get(word.reaction);
    const text = word.text ?? reaction?.text ?? "";
    const place = word.place ?? (word.text === null ? (reaction?.place ?? null) : null);
    const key = place
      ? `${place.source} ${place.start} ${place.end}`
      : `- ${word.reaction} ${word.consultation} ${text}`;
    const made = found.get(key) ?? {
      ...{ text, place, source: place ? (sources.get(place.source) ?? null) : null },
      consultation: word.consultation ?? reaction?.consultation ?? null,
      statement: reaction?.statement ?? null,
      ...{ reactions: [], direct: [], coreValues: [] },
    };
    if (reaction && !made.reactions.includes(reaction)) made.reactions.push(reaction);
    found.set(key, made);
    return made;
  };
  const ofFound = new Map<string, Found>();
  for (const word of content.words) {
    if (!used.has(word.coreValue)) continue;
    const made = quote(word);
    add(made.coreValues, word.coreValue);
    ofFound.set(word.key, made);
  }
  for (const { key, words } of content.requirements) {
    for (const word of words) add(quote(word).direct, key);
  }
  const blocks = perSource(content.blocks);
  const ordered = [...found.values()]
    .map((one, i) => ({ one, at: rankOf(one, i, content) }))
    .sort((a, b) => inOrder(a.at, b.at))
    .map(({ one }) => one);
  const all = ordered.map(({ place, ...rest }, i) => ({
    ...rest,
    n: i + 1,
    block: place ? blockAt(blocks.get(place.source) ?? [], place.start) : null,
  }));
  const ofRequirement = new Map<string, number[]>();
  const ofCoreValue = new Map<string, number[]>();
  for (const { n, direct, coreValues } of all) {
    for (const key of direct) push(ofRequirement, key, n);
    for (const key of coreValues) push(ofCoreValue, key, n);
  }
  const numbers = new Map(ordered.map((one, i) => [one, i + 1]));
  const ofWord = new Map([...ofFound].map(([key, one]) => [key, numbers.get(one) ?? 0]));
  return { all, ofRequirement, ofCoreValue, ofWord };
}

/** The number of the block in which a place stands; null for one outside all. @param blocks of its source, in order. */
export function blockAt(blocks: readonly BlockThing[], at: number): number | null {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return blocks[low]?.n ?? null;
}

export function perSource(blocks: readonly BlockThing[]): Map<string, BlockThing[]> {
  const made = new Map<string, BlockThing[]>();
  for (const block of blocks) push(made, block.source, block);
  return made;
}

const places = new WeakMap<EditionContent, Map<string, number>>();

/** Where sources and consultations stand among the others. */
function placesOf(content: EditionContent): Map<string, number> {
  const made =
    places.get(content) ??
    new Map([...content.sources, ...content.consultations].map(({ key }, i) => [key, i]));
  places.set(content, made);
  return made;
}

function rankOf({ place, consultation }: Found, i: number, content: EditionContent): number[] {
  const at = (key: string | null) => placesOf(content).get(key ?? "") ?? Number.MAX_SAFE_INTEGER;
  return place ? [0, at(place.source), place.start, place.end] : [1, at(consultation), i, 0];
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const difference = one - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function add(list: string[], key: string): void {
  if (!list.includes(key)) list.push(key);
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
