/** A found block up to this many code points is quoted whole. */
const WHOLE = 400;

/**
 * The words of a block that are quoted for a hit in it: the whole block without its bullet, or of a
 * long one the sentences around the hit. All offsets are code points within the block.
 */
export function stretchAround(
  block: string,
  hit: { start: number; end: number },
): { start: number; end: number } {
  const signs = [...block];
  const first = bulletLength(block);
  if (signs.length <= WHOLE) return { start: first, end: signs.length };
  const ends = sentenceEnds(signs);
  const start = ends.findLast((end) => end > first && end <= hit.start) ?? first;
  const end = ends.find((place) => place >= hit.end) ?? signs.length;
  const from = skipSpace(signs, start);
  return { start: from, end: Math.max(end, from + 1) };
}

/** Code points of the bullet or number that a list item begins with; it was not said by anybody. */
function bulletLength(block: string): number {
  const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+(?=\S)/.exec(block)?.[0] ?? "";
  return [...bullet].length;
}

/** Just behind each sign that ends a sentence and is followed by white space. */
function sentenceEnds(signs: string[]): number[] {
  const ends: number[] = [];
  for (let i = 0; i < signs.length; i += 1) {
    if (/[.!?\n]/.test(signs[i] ?? "") && /\s/.test(signs[i + 1] ?? " ")) {
      ends.push(signs[i] === "\n" ? i : i + 1);
    }
  }
  return ends;
}

function skipSpace(signs: string[], from: number): number {
  let i = from;
  while (i < signs.length - 1 && /\s/.test(signs[i] ?? "")) i += 1;
  return i;
}
