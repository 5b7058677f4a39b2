import { plainView } from "@/domain/proposal/rules/plain";
import { isListOfPeople, isShapedAsName, isSpeaker } from "@/domain/proposal/rules/speakers";
import type { ScannedBlock } from "@/domain/text/blocks";

const PRESENT =
  /^(?:(?:de\s+)?(?:aanw\.|aanwezig(?:e|en)?|afw\.|afwezig(?:e|en)?|afgemeld|afmeldingen|deelnemers(?:lijst)?|genodigden|presentielijst|met kennisgeving afwezig|verhinderd|gasten?))(?!\p{L})/iu;

/** How much of a list of those present is looked at, in characters. */
const LONGEST_LIST = 3000;

/** Whether a line, heading or label names who was there: "Aanwezig:", "## Deelnemers". */
export function announcesPresent(words: string): boolean {
  const label = words.split(":", 1)[0] ?? "";
  return PRESENT.test(label) && label.split(/\s+/).length <= 5;
}

/** "Anke Smit (Zorgplein)", "Piet Dam, gemeente": whether a piece is a name as such lists have it. */
export function isNameInList(piece: string): boolean {
  const name = nameOf(piece);
  return name !== "" && isSpeaker(name);
}

function nameOf(piece: string): string {
  return piece
    .replace(/\([^()]{0,80}\)?/g, "")
    .replace(/\s[-–—]\s.{0,80}$/, "")
    .replace(/^[-*•\s]+/, "")
    .trimEnd()
    .replace(/\.$/, "");
}

/**
 * The names in the lists of those present and in headings, each with what it is shortened to in minutes: the first
 * name, and the initials ("PvD").
 */
export function findPresent(text: string, blocks: readonly ScannedBlock[]): string[] {
  const names: string[] = [];
  let open = false;
  for (const block of blocks) {
    const end = Math.min(block.end, block.start + LONGEST_LIST);
    const words = plainView(text, block.start, end).plain.trim();
    const colon = words.indexOf(":");
    const listed = colon > 0 && colon < 40 && isListOfPeople(words.slice(colon + 1).trim());
    const announced = listed || announcesPresent(words);
    if (announced) open = true;
    else if (block.form === "heading") {
      open = false;
      // "## Mirthe Slagter, huisarts": who has the floor below it.
      const name = nameOf(words.split(",")[0] ?? "");
      if (name.length <= 50 && isShapedAsName(name)) names.push(...shortenings(name));
    }
    if (!open) continue;
    const list = announced ? words.slice(words.indexOf(":") + 1 || words.length) : words;
    const found = list
      .split(/[,;\n]|\sen\s/)
      .map(nameOf)
      .filter((name) => name.length > 1 && name.length <= 50 && isSpeaker(name));
    // A paragraph that is no list of names ends it.
    if (!announced && found.length === 0) open = false;
    names.push(...found.flatMap(shortenings), ...initialsIn(list));
  }
  return names;
}

/** "Bas de Rooij (BdR)": what somebody is called further on. */
function initialsIn(list: string): string[] {
  return [...list.matchAll(/\((\p{Lu}\p{L}{0,4}\p{Lu})(?:,[^()]{0,40})?\)/gu)].flatMap(
    ([, initials]) => initials ?? [],
  );
}

function shortenings(name: string): string[] {
  const words = name.split(/\s+/);
  const first = words[0] ?? "";
  if (words.length < 2 || !/^\p{Lu}\p{Ll}+$/u.test(first)) return [name];
  const initials = words.map((word) => word[0] ?? "").join("");
  const surname = words.slice(1).join(" ");
  // "Jan Willem Prins" is Jan Willem.
  const two = words.slice(0, 2).join(" ");
  const both = words.length > 2 && /^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$/u.test(two) ? [two] : [];
  return [
    name,
    first,
    ...both,
    initials,
    surname,
    (surname[0] ?? "").toUpperCase() + surname.slice(1),
  ];
}
