/** Of words that stand more often than this nobody can say which is which. */
const MOST = 200;
const INSIDE_WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where exactly these words stand in a text, in UTF-16 offsets: as whole words, when they were whole words.
 * `before` and `after` are the characters around them where they were quoted.
 */
export function occurrences(text: string, exact: string, before: string, after: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const left = text.slice(Math.max(0, at - 2), at);
    const right = text.slice(at + exact.length, at + exact.length + 2);
    if (
      wholeAt(exact.slice(0, 1), reversed(left), reversed(before)) &&
      wholeAt(exact.slice(-1), right, after)
    ) {
      found.push(at);
      if (found.length === MOST) break;
    }
  }
  return found;
}

/** Whether words do not go on here, unless they went on in the same way where they were quoted. */
function wholeAt(edge: string, beside: string, quotedBeside: string): boolean {
  const [next = "", then = ""] = beside;
  if (next === "" || next === quotedBeside[0]) return true;
  // A sign that combines makes another character of the one before it.
  if (/[\p{M}\u200d]/u.test(next)) return false;
  if (!INSIDE_WORD.test(edge)) return true;
  // "twee-wekelijks", "1,5": the word or the number goes on behind a sign.
  return !INSIDE_WORD.test(next) && !(/[-‐‑.,:/’'_]/.test(next) && INSIDE_WORD.test(then));
}

const reversed = (text: string) => [...text].reverse().join("");
