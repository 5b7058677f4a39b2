import { alikePlace } from "./alike";
import { ORPHAN, type Placement, type Quote } from "./model";
import { isShort, samePlace } from "./sure";
import { layBeside, type Quoted, quotedIn, type Texts } from "./texts";

/** The same words at a place that is not sure. */
const UNSURE = 0.95;

/**
 * Finds quotes of one text in another, newer one: in order of the quotes, offsets in code points of the
 * normalised texts. Only the same words are ever placed without a person (`exact`, `moved`); all else is
 * proposed, with what may have changed its meaning, or an orphan. Heavy for long texts: in a process of its own.
 *
 * @throws RangeError for a quote that does not stand in the older text.
 */
export function place(oldText: string, newText: string, quotes: readonly Quote[]): Placement[] {
  const texts = layBeside(oldText, newText);
  return quotes.map((quote) => placed(texts, quotedIn(texts, quote)));
}

function placed(texts: Texts, quoted: Quoted): Placement {
  const at = (utf16: number) => texts.nowIndex.toCodePoint(utf16);
  const same = samePlace(texts, quoted);
  if (same) {
    return {
      status: same.status,
      start: at(same.at),
      end: at(same.at + quoted.exact.length),
      score: same.status === "proposed" ? UNSURE : 1,
      meaning: [],
    };
  }
  if (isShort(quoted)) return ORPHAN;
  const alike = alikePlace(texts, quoted);
  if (!alike) return ORPHAN;
  const { start, end, score, meaning } = alike;
  const rounded = Math.round(score * 1000) / 1000;
  return { status: "proposed", start: at(start), end: at(end), score: rounded, meaning };
}
