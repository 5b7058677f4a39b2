import { headingWords } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import type { Draft } from "@/domain/proposal/rules/reading";
import {
  isFullName,
  isShapedAsName,
  isSpeaker,
  type KnownSpeakers,
  nameAtStart,
} from "@/domain/proposal/rules/speakers";

/** Kinds that nobody says. */
const NOBODY_SAYS: ReadonlySet<string> = new Set([
  "heading",
  "procedural",
  "statement",
  "action",
  "decision",
  "task",
  "exclusion",
  "agreement",
]);

/** "Hij adviseert …", "Voorts vraagt zij …": who spoke last goes on. */
const GOES_ON =
  /^(?:(?:hij|zij|ze)\s\p{Ll}|(?:voorts|ook|verder|daarnaast|tot slot)\s\p{Ll}+\s(?:hij|zij|ze)\b)/iu;
const FIRST_PERSON = /\b(?:ik|mijn|mij|wij|we|ons|onze)\b/i;

/**
 * Who says each piece, once it is clear what the pieces are: the label, the name the sentence begins
 * with, the heading that is a name, or whoever was speaking and visibly goes on.
 */
export function nameSpeakers(
  document: DocumentRange,
  drafts: readonly Draft[],
  known: KnownSpeakers,
): Draft[] {
  let last: string | null = null;
  let heading: { name: string; level: number } | null = null;
  let labelled = false;
  const named = drafts.filter(
    ({ kind, unit }, i) => i > 0 && kind === "heading" && isShapedAsName(baseOf(unit.plain)),
  ).length;
  return drafts.map((draft, i) => {
    const { unit } = draft;
    if (draft.kind === "heading") {
      const level = unit.form === "heading" ? unit.level : 7;
      // A role alone is a subject, unless the headings around it are names, or all reactions.
      const among = heading !== null && heading.level === level;
      const name =
        i === 0
          ? null
          : nameInHeading(unit.plain, known, among || draft.speaker !== null || named > 1);
      if (name !== null) heading = { name, level };
      else if (heading === null || level <= heading.level) heading = null;
      last = null;
      labelled = false;
      return { ...draft, speaker: null };
    }
    if (draft.kind === "remark" && document.kind === "interview" && heading === null) {
      return { ...draft, speaker: null };
    }
    if (NOBODY_SAYS.has(draft.kind)) {
      if (draft.kind === "statement") last = null;
      return { ...draft, speaker: null };
    }
    const own = shortName(draft.speaker ?? nameAtStart(unit.plain, known));
    if (own !== null && own !== document.speaker) {
      last = own;
      labelled = unit.label !== null;
      return { ...draft, speaker: own };
    }
    if (last !== null && GOES_ON.test(unit.plain)) return { ...draft, speaker: last };
    if (heading !== null) return { ...draft, speaker: heading.name };
    if (document.speaker !== null) {
      const asked = draft.kind === "question" ? document.interviewer : document.speaker;
      return { ...draft, speaker: asked };
    }
    const goesOn = labelled && last !== null && unit.label === null;
    const same = draft.kind === "answer" || FIRST_PERSON.test(unit.plain.slice(0, 200));
    if (goesOn && same && draft.kind !== "question") return { ...draft, speaker: last };
    labelled = false;
    return draft.speaker === null ? draft : { ...draft, speaker: own };
  });
}

/** "Wil (sluit om 16.10 uur aan)" is Wil. */
function shortName(name: string | null): string | null {
  if (name === null || !name.trimEnd().endsWith(")")) return name;
  const bracket = name.lastIndexOf("(");
  return bracket > 0 ? name.slice(0, bracket).trim() : name;
}

/** "## Mirthe Slagter, huisarts in Oost", "### Ouderplatform": the one whose words stand below. */
function nameInHeading(written: string, known: KnownSpeakers, among: boolean): string | null {
  const name = baseOf(written);
  if (name.length > 60 || /[?:]/.test(name) || !/^\p{Lu}/u.test(name)) return null;
  if (isFullName(name, known)) return name;
  return among && (isShapedAsName(name) || isSpeaker(name, known)) ? name : null;
}

function baseOf(written: string): string {
  const [words = ""] = headingWords(written).split("(");
  return words.split(/,|\s[-–—]\s/)[0]?.trim() ?? "";
}
