import type { Around } from "./around";
import { type FoundFirm, isAmpersand, nameWord } from "./firm-words";
import { isFirstName } from "./first-names";
import { besides, type Token } from "./tokens";
import {
  isFieldWord,
  isNoName,
  isOrganisationTail,
  isPublicBody,
  isRole,
  ORGANISATION_HEADS,
} from "./words";

export const SMALL_INSIDE = /^(?:de|het|van|voor|en|den|der|in|op|aan|'t|t|s|bij|met|te)$/;
export const MOST_WORDS = 6;

/** Where the capital words from `at` end, with small words between them. */
export function nameEnd(tokens: readonly Token[], at: number, smallHead: boolean): number {
  let to = at;
  for (let i = at; i < at + MOST_WORDS; i++) {
    const token = tokens[i];
    // "Gebr. Klomp".
    const pointed =
      i === at && /^(?:gebr|fa)$/.test(tokens[at - 1]?.small ?? "") && token?.gap === ". ";
    if (token === undefined || !(besides(token) || isAmpersand(token) || pointed)) break;
    if (nameWord(token)) to = i + 1;
    else if (SMALL_INSIDE.test(token.small)) {
      // "basisschool in Lindhorst": a place behind it is not its name, unless one began.
      if (i === at && smallHead && !/^(?:de|het|'t|t)$/i.test(token.small)) break;
      // "Zorggroep de Esdoorn".
      const articled = /^(?:de|het|t|'t)$/.test(token.word) && tokens[i + 1]?.capital;
      if (i === at && token.word === token.small && !articled) break;
      // A small word joins only what the name goes on with.
      if (to > at && /^(?:in|op|bij|met|te|aan)$/.test(token.small)) break;
      // "Haldan Techniek en Wever": two.
      if (token.small === "en" && i > at + 1 && isOrganisationTail(tokens[i - 1]?.small ?? ""))
        break;
      if (to > at && /^(?:en|van|voor)$/.test(token.small) && !goesOn(tokens, i)) break;
    } else break;
  }
  return to;
}

function goesOn(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const after = tokens[i + 2];
  if (next === undefined || !besides(next)) return false;
  // "Zorggroep Almata en Buurtdienst Plus": two of them.
  if (tokens[i]?.small === "en" && next.capital && after?.capital && besides(after)) return false;
  if (next.capital)
    return (
      !isFirstName(next.word) && !ORGANISATION_HEADS.has(next.small) && !isPublicBody(next.word)
    );
  return (
    /^(?:de|het|den)$/.test(next.small) && after !== undefined && besides(after) && after.capital
  );
}

/** "Volta & De Groot", "Zus & Zo": two names joined as no two people are. */
export function paired(
  { tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): FoundFirm | null {
  const first = tokens[at];
  if (first === undefined || !first.capital || taken(at)) return null;
  if (isFieldWord(first.word) || ordinary.has(first.small)) return null;
  let i = at + 1;
  if (!isAmpersand(tokens[i] ?? first)) return null;
  if (/^(?:De|Van|Ter|Ten|Co)$/.test(tokens[i]?.word ?? "") && tokens[i]?.word !== "Co") i++;
  const second = tokens[i];
  if (second === undefined || !second.capital || taken(i)) return null;
  if (i > at + 1 && !besides(second)) return null;
  if (
    i === at + 1 &&
    isFieldWord(second.word) &&
    second.word !== "Co" &&
    !/^(?:zo|ik|meer|zn|zoon|zonen|dochters?)$/.test(second.small)
  )
    return null;
  // "Anna & Piet" are two.
  if (isFirstName(first.word) || /^(?:Kiss|Park|Plug|Bed|Black)$/.test(first.word)) return null;
  if (/^,? \(?(?:19|20)\d\d/.test(tokens[i + 1]?.gap + (tokens[i + 1]?.word ?? ""))) return null;
  const before = tokens[at - 1];
  const led =
    before !== undefined &&
    /^(?:Van|De|Ter|Ten|Atelier|Bureau)$/.test(before.word) &&
    besides(first);
  const to = nameEnd(tokens, i + 1, false);
  return { from: led && !taken(at - 1) ? at - 1 : at, to: Math.max(to, i + 1), confidence: 0.8 };
}

/** "Hof van Clara B.V.": where a name begins that goes on with "van" before `at`. */
export function beforeOf(
  tokens: readonly Token[],
  at: number,
  taken: (i: number) => boolean,
): number {
  const [head, of, first] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (head === undefined || of === undefined || first === undefined) return at;
  if (!/^(?:van|voor)$/.test(of.word) || !besides(of) || !besides(first) || taken(at - 2))
    return at;
  const plain = isRole(head.small) || isNoName(head.word) || isFieldWord(head.word);
  return head.capital && !plain ? at - 2 : at;
}
