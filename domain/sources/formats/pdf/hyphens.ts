/**
 * Whether a word was broken at the end of a line, and how it is written in one piece. Nothing tells a hyphen of the
 * line from one of the word: the other words of the document do, and else how Dutch is written.
 */

/** What stands between the two halves when a line that ends in a hyphen goes on. */
export type Joint = "" | "-" | "- ";

/** Words behind a hyphen that stands for a word left out: "in- en uitstappen". */
const AND = /^(?:en|of|en\/of|tot|t\/m|als|noch|dan|maar|resp)\b/;
/** What stands before a hyphen in Dutch whatever comes behind it. */
const KEEPS =
  /(?:^|[\s(])(?:ex|niet|non|privé|semi|bijna|vice|oud|pro|anti|sociaal|publiek|moeder|vader|ouder|kind|leerkracht|leraar|arts|noord|zuid|oost|west)$/i;
/** And then only before these: "ouder-kind", but "ouderavond"; "sociaal-emotioneel", "oud-wethouder". */
const COUPLED =
  /^(?:kind|ouder|leerling|leraar|pati[eë]nt|emotione|maatschappelijke\b|private?\b|priv[aé]|wethouder|burgemeester|voorzitter|leerling|directeur|collega|medewerker|holland|brabant|nederland|actie|economisch|cultur|medisch|westerse?\b|specifi[ec])/;
/** Vowels that would be read as one: "zee-eend", "auto-ongeluk". */
const CLASH = /(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[eiu])$/;

/**
 * @param before the line that ends in a hyphen, without it.
 * @param after the line that goes on.
 * @param known how often each word stands elsewhere in the document, in small letters.
 */
export function jointOf(
  before: string,
  after: string,
  known: ReadonlyMap<string, number> = new Map(),
): Joint {
  const last =
    before
      .slice(-60)
      .match(/[\p{L}\p{N}'’]+/gu)
      ?.at(-1) ?? "";
  const first = before.endsWith(last) ? last : "";
  const second = /^[\p{L}\p{N}'’]+/u.exec(after.slice(0, 60))?.[0] ?? "";
  if (first === "" || second === "") return first === "" ? "- " : "-";
  if (AND.test(after)) return "- ";
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  const whole = known.get(a + b) ?? 0;
  const parted = known.get(`${a}-${b}`) ?? 0;
  if (whole !== parted) return whole > parted ? "" : "-";
  // "PO-scholen", "2-jarigen", "x-as", "Noord-Holland", "06-12".
  if (!/^\p{Ll}/u.test(second) || /[\p{Lu}\p{N}]$/u.test(first) || first.length < 2) return "-";
  if (CLASH.test(a.slice(-1) + b.slice(0, 1)) && !/^[eiu]?[ëïöü]/.test(b)) return "-";
  return KEEPS.test(first) && COUPLED.test(b) ? "-" : "";
}

/** The words of a document in small letters and how often each stands there; hyphens inside a word count. */
export function wordsOf(lines: Iterable<string>): Map<string, number> {
  const known = new Map<string, number>();
  for (const line of lines) {
    const words = line.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
    for (const [i, word] of words.entries()) {
      const broken = i === words.length - 1 && word.endsWith("-");
      if (!broken) known.set(word, (known.get(word) ?? 0) + 1);
    }
  }
  return known;
}
