import { candidateSpeaker, dashedName } from "@/domain/proposal/rules/labels";
import { isChatLine, LONGEST_STAMP, plainView } from "@/domain/proposal/rules/plain";
import { findPresent } from "@/domain/proposal/rules/present";
import {
  couldBeFirstName,
  isCommonFirstName,
  isSpeaker,
  type KnownSpeakers,
} from "@/domain/proposal/rules/speakers";
import type { Range } from "@/domain/proposal/rules/units";

/** A name that labels at least this many lines speaks in this text. */
const KNOWN_AFTER = 2;
/** Where so many others are named by what is surely a name, a single first name is one too. */
const SURE_SPEAKERS = 2;

/** "Kramer vindt", "Yildiz wil weten": a surname alone before a verb of saying. */
const SUBJECT =
  /^(\p{Lu}\p{Ll}+)\s(?:zegt|vindt|vraagt|meldt|vertelt|merkt|stelt|geeft|wil|denkt|verwacht|hoopt|vreest|adviseert|pleit|reageert|antwoordt|benadrukt|noemt|kan de|spreekt|herkent|mist)\s/u;

/** Who speaks in this text: those present, and names that label its lines. */
export function findKnownSpeakers(text: string, ranges: readonly Range[]): KnownSpeakers {
  const known = new Set(findPresent(text, ranges));
  const seen = new Map<string, number>();
  const dashed = new Map<string, number>();
  const told = new Map<string, number>();
  let sure = 0;
  for (const range of ranges) {
    if (range.form === "heading") continue;
    const head = { start: range.start, end: Math.min(range.end, range.start + 80) };
    const { plain } = plainView(text, head.start, head.end);
    if (isChatLine(text.slice(head.start, head.start + LONGEST_STAMP))) {
      // What somebody is called in a chat may be anything.
      const sender = /^([^:\n]{2,40}):\s/.exec(plain)?.[1];
      if (sender !== undefined) known.add(sender);
    }
    const before = dashedName(plain);
    if (before !== null && range.form !== "tableRow") {
      dashed.set(before, (dashed.get(before) ?? 0) + 1);
    }
    const name = candidateSpeaker(plain);
    // "Gemiddelde temperatuur: 31 graden" is a measure.
    const small = /^(\p{Ll}{3,12}):\s\p{Ll}/u.exec(plain)?.[1];
    const capital = small ? small[0]?.toUpperCase() + small.slice(1) : "";
    if (small && couldBeFirstName(capital)) {
      seen.set(small, (seen.get(small) ?? 0) + (isCommonFirstName(capital) ? KNOWN_AFTER : 1));
    }
    const subject = SUBJECT.exec(plain)?.[1];
    if (subject !== undefined && couldBeFirstName(subject) && !isSpeaker(subject)) {
      told.set(subject, (told.get(subject) ?? 0) + 1);
    }
    if (name === null || /^\s*[\d€]/.test(plain.slice(plain.indexOf(":") + 1))) continue;
    const speaks = isSpeaker(name, known);
    if (speaks) sure++;
    if (speaks || range.form === "paragraph") seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  for (const [name, times] of seen) {
    if (times >= KNOWN_AFTER || (sure >= SURE_SPEAKERS && couldBeFirstName(name))) known.add(name);
  }
  for (const [name, times] of told) if (times >= KNOWN_AFTER) known.add(name);
  // A topic may stand before a dash as well: only where names do.
  const names = [...dashed.keys()].filter((name) => known.has(name) || isCommonFirstName(name));
  if (names.length >= SURE_SPEAKERS) {
    for (const name of names) known.add(name);
    for (const [name, times] of dashed) {
      if (times >= KNOWN_AFTER && couldBeFirstName(name)) known.add(name);
    }
  }
  return known;
}
