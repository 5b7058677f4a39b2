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
        // "Zonder VOG geen contact" is a condition as well.
        const without = words[at]?.text === "zonder";
        return apart || without || isCondition(words, next) ? [] : [place(words[at], words[next])];
      });
    }),
  multipleRequirements: ({ text, words, sentences }) =>
    sentences.flatMap(({ first, last }, n) => {
      const found = range(first, last - 1).flatMap((i): Place[] => {
        const [word, next, after] = [words[i], words[i + 1], words[i + 2]];
        if (word === undefined || next === undefined) return [];
        const says = i >= first + 2 || n > 0;
        if (says && /^(?:tevens|daarnaast|bovendien|voorts|verder|ook)$/.test(word.text))
          return word.text !== "ook" || i === first ? [place(word)] : [];
        if (i < first + 2) return [];
        const joins = /^(?:en|alsmede|alsook|evenals|waarna|maar)$/.test(word.text);
        const listed = !joins && VERBS.has(next.text) && isListed(text, words, first, i);
        if (!joins && !listed) return [];
        if (!range(Math.max(first, i - FAR), i).some((j) => isVerb(words[j]))) return [];
        if (listed) return [place(next)];
        // "… en de gemeente evalueert": somebody else, or the same one again.
        const other = actsAfter(words, i + 1, last);
        if (!isAction(words, i + 1) && other === null) return [];
        // "… en bewaart die 30 dagen": the same thing, said on.
        if (
          other === null &&
          /^(?:die|dit|deze|dat|daarvan|hiervan|daarbij|er|ze|haar|zijn)$/.test(after?.text ?? "")
        )
          return [];
        return isSubordinate(text, words, first, i) ? [] : [place(word, words[other ?? i + 1])];
      });
      // A second sentence in which somebody has to do something.
      const opening = words.slice(first, first + 2).find(({ text: one }) => isActor(one));
      const before = sentences[n - 1];
      const again =
        before && words.slice(before.first, before.first + 2).some(({ text: one }) => isActor(one));
      return opening && again ? [place(opening), ...found] : found;
    }),
  passiveWithoutActor: ({ words, sentences }) =>
    sentences.flatMap(({ first, last }) => {
      const own = words.slice(first, last);
      const due = own.some(({ text }) => /^(?:binnen|uiterlijk)$/.test(text));
      const verb = own.find(
        ({ text }) =>
          /^(?:wordt|worden|werd|werden)$/.test(text) || (due && /^(?:is|zijn)$/.test(text)),
      );
      if (verb === undefined || !own.some(({ text }) => isParticiple(text))) return [];
      // Who stands before the verb undergoes it: "Medewerkers worden getraind"; "aan de gemeente" is no actor either.
      const subject = own.indexOf(verb) <= SUBJECT ? own.indexOf(verb) : 0;
      const acts = ({ text }: Word, i: number) =>
        i >= subject && isActor(text) && !isOfPreposition(own, i);
      const known = own.some((word, i) => word.text === "door" || acts(word, i));
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

const isActor = (text: string): boolean =>
  ACTORS.has(text) ||
  /(?:nemer|aanbieder|leverancier|vervoerder|aannemer|verlener|beheerder|manager|coach|begeleider|adviseur|regisseur)s?$/.test(
    text,
  );

/** "Aan de gemeente", "van opdrachtnemer". */
function isOfPreposition(words: readonly Word[], i: number): boolean {
  const small = /^(?:de|het|een|elke|iedere|zijn|haar|deze)$/.test(words[i - 1]?.text ?? "");
  return /^(?:aan|van|met|voor|bij|in|naar|tussen|uit|op|per|binnen|tegen|over|namens|met)$/.test(
    words[i - (small ? 2 : 1)]?.text ?? "",
  );
}

/** A verb, or what can be little else: it ends as one and has an object behind it. */
function isAction(words: readonly Word[], i: number): boolean {
  const [text = "", next = ""] = [words[i]?.text, words[i + 1]?.text];
  if (VERBS.has(text)) return true;
  if (!/^\p{L}{3,}t$/u.test(text)) return false;
  if (
    /^(?:niet|wordt|opdracht|dienst|contract|markt|omvat|bevat|betreft|bijstaat|bestaat)$/.test(
      text,
    )
  )
    return false;
  return /^(?:de|het|een|alle|elke|iedere|hun|geen|ouders|binnen)$/.test(next);
}

/** "En de gemeente evalueert", "en hij verwijdert": the place of that verb, or null. */
function actsAfter(words: readonly Word[], from: number, last: number): number | null {
  const det = /^(?:de|het|een|elke|iedere)$/.test(words[from]?.text ?? "");
  const who = det ? from + 1 : from;
  const text = words[who]?.text ?? "";
  if (who + 1 >= last) return null;
  const verb = isAction(words, who + 1) || isVerb(words[who + 1]);
  // Of a thing, only what does something to another: "en de centrale noteert de oorzaak".
  if (!(isActor(text) || det || /^(?:hij|zij|ze)$/.test(text))) return null;
  return verb ? who + 1 : null;
}

/** "Levert een handleiding, verzorgt trainingen en …": a verb straight behind a comma, where no clause has ended. */
function isListed(text: string, words: readonly Word[], first: number, i: number): boolean {
  if (!text.slice(words[i]?.end, words[i + 1]?.start).startsWith(",")) return false;
  const from = Math.max(first, i - FAR);
  return (
    range(from, i).some((j) => VERBS.has(words[j]?.text ?? "")) &&
    !range(from, i).some((j) => OPENS.test(words[j]?.text ?? ""))
  );
}

const OPENS =
  /^(?:die|dat|wie|waarin|waarbij|waarvoor|waarvan|waarop|als|wanneer|indien|zodra|omdat|hoe|welke|of|zodat|om|tenzij|mits|nadat|voordat|zolang|totdat|waar|wat|bij|na|voor|tijdens)$/;

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
  return /^(?:ge|be|ver|ont|her|af|aan|op|uit|in|toe|vast|mee|door|over|onder|voor|bij|na|schoon|terug|weg|achter|leeg|open|los|samen|klaar|stil|rond|tegen)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)$/u.test(
    text,
  );
}
