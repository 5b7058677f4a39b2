import type { RuleId } from "../model";
import type { Finder, Place } from "./find";
import { HARD_PHRASES, HARD_WORDS } from "./hard-words";
import { phrasesOf, spansOf } from "./phrases";
import type { Word } from "./read";
import { ACTORS, VERBS } from "./words";

/** Longest sentence that reads easily, in words. */
const LONG = 25;
/** Within so many words two denials are one thought. */
const NEAR = 8;
/** A subject has so many words at most. */
const SUBJECT = 3;
/** So many words back a part that only says of whom or when can have begun. */
const FAR = 40;

const PHRASES = phrasesOf(Object.keys(HARD_PHRASES));
const easier = new Map(Object.entries(HARD_WORDS));

/** What is wrong with how a sentence is built. */
export const FINDERS_OF_SENTENCES: Partial<Record<RuleId, Finder>> = {
  doubleNegation: ({ text, words, sentences }) =>
    sentences.flatMap(({ first, last }) => {
      const denials = range(first, last).filter((i) => isDenial(words, i));
      return denials.flatMap((at, n) => {
        const next = denials[n + 1];
        if (next === undefined || next - at > NEAR) return [];
        const between = text.slice(words[at]?.end, words[next]?.start);
        const apart = /[,:]/.test(between) || / (?:als|indien|tenzij|of|en|die|dat) /.test(between);
        return apart || isCondition(words, next) ? [] : [place(words[at], words[next])];
      });
    }),
  multipleRequirements: ({ text, words, sentences }) =>
    sentences.flatMap(({ first, last }, n) => {
      const found = range(first + 2, last - 1).flatMap((i): Place[] => {
        const [word, next, after] = [words[i], words[i + 1], words[i + 2]];
        if (word === undefined || next === undefined) return [];
        if (/^(?:tevens|daarnaast|bovendien|alsook)$/.test(word.text)) return [place(word)];
        if (!/^(?:en|alsmede)$/.test(word.text) || !VERBS.has(next.text)) return [];
        if (!range(Math.max(first, i - FAR), i).some((j) => isVerb(words[j]))) return [];
        // "… en bewaart die 30 dagen": the same thing, said on.
        if (
          /^(?:die|dit|deze|dat|daarvan|hiervan|daarbij|er|ze|haar|zijn)$/.test(after?.text ?? "")
        )
          return [];
        return isSubordinate(text, words, first, i) ? [] : [place(word, next)];
      });
      // A second sentence in which somebody has to do something.
      const opening = words.slice(first, first + 2).find(({ text: one }) => ACTORS.has(one));
      const before = sentences[n - 1];
      const again =
        before &&
        words.slice(before.first, before.first + 2).some(({ text: one }) => ACTORS.has(one));
      return opening && again ? [place(opening), ...found] : found;
    }),
  passiveWithoutActor: ({ words, sentences }) =>
    sentences.flatMap(({ first, last }) => {
      const own = words.slice(first, last);
      const verb = own.find(({ text }) => /^(?:wordt|worden|werd|werden)$/.test(text));
      if (verb === undefined || !own.some(({ text }) => isParticiple(text))) return [];
      // Who stands before the verb undergoes it: "Medewerkers worden getraind".
      const subject = own.indexOf(verb) <= SUBJECT ? own.indexOf(verb) : 0;
      const known = own.some(
        ({ text }, i) => text === "door" || (i >= subject && ACTORS.has(text)),
      );
      return known ? [] : [place(verb)];
    }),
  longSentence: ({ words, sentences }) =>
    sentences
      .filter(({ first, last }) => last - first > LONG)
      .map(({ first, last }) => ({
        ...place(words[first], words[last - 1]),
        other: String(last - first),
      })),
  hardWord: ({ words }) => [
    ...words.flatMap((word): Place[] => {
      const other = easier.get(word.text);
      return other === undefined ? [] : [{ ...place(word), other }];
    }),
    ...spansOf(words, PHRASES).map(({ first, last }) => ({
      ...place(words[first], words[last - 1]),
      other:
        HARD_PHRASES[
          words
            .slice(first, last)
            .map(({ text }) => text)
            .join(" ")
        ] ?? "",
    })),
  ],
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const place = (first: Word | undefined, last: Word | undefined = first): Place => ({
  start: first?.start ?? 0,
  end: last?.end ?? 0,
});

/** "Niet ouder dan" and "niet eerder dan" are bounds, and no denials. */
function isDenial(words: readonly Word[], i: number): boolean {
  const text = words[i]?.text ?? "";
  if (!/^(?:niet|geen|nooit|nimmer|niemand|niets|zonder|nergens)$/.test(text)) return false;
  const bound = [1, 2, 3].some((n) => words[i + n]?.text === "dan");
  return !(text === "niet" && bound);
}

/** "Niet zonder toestemming" is how a condition is said. */
function isCondition(words: readonly Word[], i: number): boolean {
  if (words[i]?.text !== "zonder") return false;
  return words
    .slice(i + 1, i + 5)
    .some(({ text }) =>
      /^(?:toestemming|instemming|goedkeuring|akkoord|overleg|bericht|machtiging|opdracht|vergunning|indicatie|beschikking|kosten|verwijzing|melding)$/.test(
        text,
      ),
    );
}

const isVerb = (word: Word | undefined): boolean =>
  word !== undefined && (VERBS.has(word.text) || /^(?:is|heeft|wordt|moet|dient)$/.test(word.text));

/** Whether a place stands in a part that only says of whom, of what or when. */
function isSubordinate(text: string, words: readonly Word[], first: number, i: number): boolean {
  for (let j = i - 1; j > Math.max(first, i - FAR); j--) {
    if (
      /^(?:die|dat|wie|waarin|waarbij|waarvoor|als|wanneer|indien|zodra|omdat|hoe|welke|of|zodat|om)$/.test(
        words[j]?.text ?? "",
      )
    ) {
      return true;
    }
    if (/[,;:]/.test(text.slice(words[j]?.end, words[j + 1]?.start))) return false;
  }
  return /^(?:als|wanneer|indien|zodra)$/.test(words[first]?.text ?? "");
}

function isParticiple(text: string): boolean {
  return /^(?:ge|be|ver|ont|her|af|aan|op|uit|in|toe|vast|mee|door|over|onder|voor|bij|na|schoon|terug|weg)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)$/u.test(
    text,
  );
}
