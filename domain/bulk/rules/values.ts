import { nameKey } from "@/db/name-key";
import type { Position, ReactionKind } from "@/db/vocabulary";

/** How forms and platforms say what somebody thinks of a stelling; a figure is on a scale of one to five. */
const POSITION_WORDS: Record<Position, readonly string[]> = {
  agree: [
    "eens",
    "mee eens",
    "eens met de stelling",
    "helemaal eens",
    "helemaal mee eens",
    "volledig eens",
    "zeer eens",
    "zeer mee eens",
    "grotendeels eens",
    "overwegend eens",
    "voor",
    "ja",
    "agree",
    "strongly agree",
    "completely agree",
    "somewhat agree",
    "for",
    "yes",
    "pro",
    "+",
    "4",
    "5",
  ],
  partly: [
    "deels",
    "deels eens",
    "deels mee eens",
    "gedeeltelijk",
    "gedeeltelijk eens",
    "gedeeltelijk mee eens",
    "beetje eens",
    "een beetje eens",
    "deels eens deels oneens",
    "deels eens, deels oneens",
    "partly",
    "partly agree",
    "partially",
    "partially agree",
  ],
  disagree: [
    "oneens",
    "mee oneens",
    "niet eens",
    "niet mee eens",
    "helemaal oneens",
    "helemaal niet eens",
    "helemaal mee oneens",
    "helemaal niet mee eens",
    "volledig oneens",
    "zeer oneens",
    "zeer mee oneens",
    "grotendeels oneens",
    "overwegend oneens",
    "tegen",
    "nee",
    "disagree",
    "strongly disagree",
    "completely disagree",
    "somewhat disagree",
    "against",
    "no",
    "contra",
    "-",
    "1",
    "2",
  ],
  none: [
    "neutraal",
    "geen mening",
    "weet niet",
    "weet ik niet",
    "niet eens niet oneens",
    "niet eens, niet oneens",
    "noch eens noch oneens",
    "niet eens en niet oneens",
    "n.v.t.",
    "nvt",
    "geen",
    "blanco",
    "neutral",
    "no opinion",
    "don't know",
    "neither agree nor disagree",
    "no sentiment",
    "none",
    "n/a",
    "3",
  ],
};

const KIND_WORDS: Record<ReactionKind, readonly string[]> = {
  reaction: ["reactie", "antwoord op stelling", "reaction", "comment", "response"],
  question: ["vraag", "vragen", "question"],
  answer: ["antwoord", "answer"],
  advice: [
    "advies",
    "tip",
    "tips",
    "suggestie",
    "idee",
    "aanbeveling",
    "advice",
    "suggestion",
    "idea",
  ],
  concern: ["zorg", "zorgen", "zorgpunt", "klacht", "bezwaar", "probleem", "concern", "complaint"],
  expectation: ["verwachting", "wens", "behoefte", "expectation", "wish"],
  compliment: ["compliment", "top", "pluim"],
  remark: ["opmerking", "overig", "toelichting", "anders", "remark", "other"],
  action: ["actiepunt", "actie", "action"],
  decision: ["besluit", "decision"],
  task: ["taak", "doet", "task"],
  exclusion: ["geen taak", "doet niet", "exclusion"],
  agreement: ["afspraak", "agreement"],
};

function tableOf<Value extends string>(
  words: Record<Value, readonly string[]>,
): ReadonlyMap<string, Value> {
  return new Map(
    (Object.entries(words) as [Value, readonly string[]][]).flatMap(([value, said]) =>
      said.map((word): [string, Value] => [word, value]),
    ),
  );
}

const POSITIONS_BY_WORD = tableOf(POSITION_WORDS);
const KINDS_BY_WORD = tableOf(KIND_WORDS);

/** "5 - helemaal eens" and "5" are the same; so are "Eens." and "eens". */
const wordOf = (cell: string) => nameKey(cell).replace(/[.!]$/, "");

/** What somebody thinks of a stelling by how it was written; null when it cannot be told. */
export function positionOf(cell: string): Position | null {
  const word = wordOf(cell);
  const known = POSITIONS_BY_WORD.get(word);
  if (known) return known;
  const [, figure, rest] = /^([1-5])[ :.)=–-]{1,4}(\S.*)$/.exec(word) ?? [];
  return POSITIONS_BY_WORD.get(rest ?? "") ?? POSITIONS_BY_WORD.get(figure ?? "") ?? null;
}

/** What kind of reaction it is by how it was written; null when it cannot be told. */
export function kindOf(cell: string): ReactionKind | null {
  return KINDS_BY_WORD.get(wordOf(cell)) ?? null;
}

/** What a program shows for a formula that went wrong, in Dutch and in English. */
const FORMULA_ERROR =
  /^#(?:N\/B|N\/A|VERW!|REF!|WAARDE!|VALUE!|NAAM\?|NAME\?|DEEL\/0!|DIV\/0!|GETAL!|NUM!|LEEG!|NULL!|OVERLOOP!|SPILL!)$/;

export const isFormulaError = (cell: string) => FORMULA_ERROR.test(cell);

/** "S-3", "Stelling 3", "3." and "3" are stelling 3; null for words. */
export function statementNumberOf(cell: string): number | null {
  const [, digits] =
    /^(?:s-|stelling |statement |nr\.? )?(\d{1,4})[.:)]?$/.exec(nameKey(cell)) ?? [];
  return digits ? Number(digits) : null;
}

/** Equal for the singular and the plural of most Dutch words: ouder and ouders, school and scholen. */
export function stemKey(name: string): string {
  return nameKey(name)
    .replace(/(?:[’']s|es|s|nen|en)$/, "")
    .replace(/(\p{L})\1/gu, "$1");
}
