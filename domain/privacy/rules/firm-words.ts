import { besides, type Token } from "./tokens";
import { LEGAL_FORMS } from "./words";

/** An organisation, by its places in the row of words, `to` exclusive. */
export interface FoundFirm {
  from: number;
  to: number;
  confidence: number;
}

/** Whether a name of an organisation can be made of it: a word with a capital, in capitals or made up. */
export const nameWord = ({ capital, word, small }: Token): boolean =>
  capital ||
  (word !== small && ((/^\p{Lu}{2,12}$/u.test(word) && !LEGAL_FORMS.has(small)) || isCoined(word)));

/** "Happy2Care", "ReumaPlus", "Zorg4U": a word that somebody made up. */
const isCoined = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{1,15}(?:\d{1,2}\p{Lu}|\d\p{Ll}|\p{Lu}\p{Ll})\p{L}{0,12}$/u.test(word);

/** "Berk & Beuk": one name. */
export const isAmpersand = ({ gap }: Token): boolean => gap === " & " || gap === " + ";

/** Behind a name: "B.V.", "BV", "N.V.", "V.O.F.", "U.A.". */
export function legalEnd(text: string, tokens: readonly Token[], to: number): number | null {
  const token = tokens[to];
  if (token === undefined || !besides(token)) return null;
  if (/^(?:BV|NV|VOF|CV|bv|nv|vof)$/.test(token.word)) return to + 1;
  for (const count of [2, 3]) {
    const letters = tokens.slice(to, to + count);
    const joined = letters.map(({ small }) => small).join("");
    const dotted = letters.every(
      (one, i) => one.word.length === 1 && text[one.end] === "." && (i === 0 || one.gap === "."),
    );
    if (letters.length === count && dotted && LEGAL_FORMS.has(joined)) return to + count;
  }
  return null;
}

/** The letters of a legal form, as words. */
export const LEGAL_WORD = /^(?:[BNVUAOFC]|BV|NV|VOF|UA|CV)$/;
