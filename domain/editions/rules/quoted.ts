import type {
  BlockThing,
  Place,
  QuotedStretch,
  ReactionThing,
  RequirementThing,
  WordThing,
} from "../model";

/**
 * Puts with each block the words in it on which something rests: where a reaction stands, and the words that were given to
 * kernwaarden and requirements. The same words are one stretch, whatever rests on them.
 */
export function quotedIn(
  blocks: readonly BlockThing[],
  {
    reactions,
    words,
    requirements,
  }: {
    reactions: readonly ReactionThing[];
    words: readonly WordThing[];
    requirements: readonly RequirementThing[];
  },
): void {
  const stretches = new Map<string, QuotedStretch & Place>();
  const at = (place: Place, reaction: string | null) => {
    const key = `${place.source} ${place.start} ${place.end}`;
    const made = stretches.get(key) ?? { ...place, reaction, coreValues: [], requirements: [] };
    made.reaction ??= reaction;
    stretches.set(key, made);
    return made;
  };
  const places = new Map<string, Place>();
  for (const { key, place } of reactions) {
    if (!place) continue;
    places.set(key, place);
    at(place, key);
  }
  const placeOf = ({ place, text, reaction }: Pick<WordThing, "place" | "text" | "reaction">) =>
    place ?? (text === null && reaction !== null ? places.get(reaction) : undefined);
  for (const word of words) {
    const place = placeOf(word);
    if (place) add(at(place, word.reaction).coreValues, word.coreValue);
  }
  for (const { key, words } of requirements) {
    for (const word of words) {
      const place = placeOf(word);
      if (place) add(at(place, word.reaction).requirements, key);
    }
  }
  const perSource = new Map<string, BlockThing[]>();
  for (const block of blocks) {
    const own = perSource.get(block.source);
    if (own) own.push(block);
    else perSource.set(block.source, [block]);
  }
  for (const { source, ...stretch } of [...stretches.values()].sort(inOrder)) {
    for (const block of between(perSource.get(source) ?? [], stretch)) block.quoted.push(stretch);
  }
}

function add(list: string[], key: string): void {
  if (!list.includes(key)) list.push(key);
}

const inOrder = (a: QuotedStretch, b: QuotedStretch) => a.start - b.start || a.end - b.end;

/** The blocks in order that a stretch touches. */
function between(blocks: readonly BlockThing[], { start, end }: QuotedStretch): BlockThing[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const touched: BlockThing[] = [];
  for (let i = low; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || block.start >= end) break;
    touched.push(block);
  }
  return touched;
}
