export interface DiffPart {
  type: "same" | "removed" | "added";
  text: string;
}

/**
 * Most cells of the table in which two texts are compared: about 2,000 words against 2,000, some
 * 20 ms. Two longer stretches that have nothing in common at the ends are shown one after another.
 */
const MAX_CELLS = 4_000_000;

/**
 * What changed between two texts, word by word (longest common subsequence). White space and
 * punctuation are words of their own, so joining `same` and `removed` gives `before` back exactly,
 * and `same` and `added` gives `after`.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail += 1;
  }
  const parts: DiffPart[] = [];
  add(parts, "same", a.slice(0, head));
  between(parts, a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  add(parts, "same", a.slice(a.length - tail));
  return parts;
}

/** Whether anything differs. */
export function differs(parts: DiffPart[]): boolean {
  return parts.some((part) => part.type !== "same");
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

function between(parts: DiffPart[], a: string[], b: string[]): void {
  if (a.length * b.length > MAX_CELLS || a.length === 0 || b.length === 0) {
    add(parts, "removed", a);
    add(parts, "added", b);
    return;
  }
  const width = b.length + 1;
  // length[i * width + j]: common words of a from i and b from j.
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        a[i] === b[j]
          ? at(length, (i + 1) * width + j + 1) + 1
          : Math.max(at(length, (i + 1) * width + j), at(length, i * width + j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      add(parts, "same", a.slice(i, i + 1));
      i += 1;
      j += 1;
    } else if (at(length, (i + 1) * width + j) >= at(length, i * width + j + 1)) {
      add(parts, "removed", a.slice(i, i + 1));
      i += 1;
    } else {
      add(parts, "added", b.slice(j, j + 1));
      j += 1;
    }
  }
  add(parts, "removed", a.slice(i));
  add(parts, "added", b.slice(j));
}

function at(table: Uint16Array, index: number): number {
  return table[index] ?? 0;
}

/** Puts words behind the last part of the same type; a removal stands before its replacement. */
function add(parts: DiffPart[], type: DiffPart["type"], words: string[]): void {
  if (words.length === 0) return;
  const text = words.join("");
  const last = parts.at(-1);
  if (last?.type === type) {
    last.text += text;
    return;
  }
  const before = parts.at(-2);
  if (type === "removed" && last?.type === "added" && before?.type === "removed") {
    before.text += text;
    return;
  }
  parts.push({ type, text });
}
