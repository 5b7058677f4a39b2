import type { Around } from "./around";
import type { NameForm } from "./forms";
import { besides, type Token } from "./tokens";
import { PARTICLES } from "./words";

/** Names of people that are a shop, a school or a thing. */
const BRANDS = new Set([
  "albert heijn",
  "philip morris",
  "jan linders",
  "max havelaar",
  "anne frank",
  "johan cruijff",
  "jan van gent",
  "jan modaal",
  "jan soldaat",
  "jan publiek",
  "jan salie",
  "jan rap",
  "pietje bell",
  "lieve vrouwe",
  "pietje precies",
  "van dale",
  "van gogh",
  "simon stevin",
  "anna paulowna",
  "maria hoop",
  "jan mayen",
  "anna jacobapolder",
  "jantje van leiden",
  "anton pieck",
  "theo thijssen",
  "jan ligthart",
  "aletta jacobs",
  "marie curie",
  "peter petersen",
  "roald dahl",
  "harry potter",
  "nelson mandela",
  "maria montessori",
  "rudolf steiner",
  "florence nightingale",
  "mona lisa",
  "tommy hilfiger",
  "herman miller",
  "jack daniels",
  "ben jerry",
  "dirk kuyt",
  "dirk van den broek",
  "philips hue",
  "tom poes",
  "tom tom",
  "alan turing",
  "van der valk",
  "kees smit",
  "erasmus mc",
  "douwe egberts",
  "johnnie walker",
  "henri dunant",
  "marietje kessels",
  "pius floris",
  "jip en janneke",
]);
export const isBrand = (name: string): boolean => BRANDS.has(name);

/** Whether a brand stands from the one place to the other, or begins there and goes on with what it sells. */
export function isBrandAt(tokens: readonly Token[], from: number, to: number): boolean {
  let name = "";
  for (let i = from; i < to; i++) {
    name += `${i > from ? " " : ""}${tokens[i]?.small ?? ""}`;
    if (i > from && BRANDS.has(name)) return true;
  }
  return false;
}

/** "Jan en alleman", "boven Jan": a name in a saying. */
export function isSaying({ text, tokens }: Around, { from, to }: NameForm): boolean {
  const behind = text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 12);
  if (
    /^(?: en alleman| met de pet| [Rr]ap | [Mm]odaal| [Pp]ubliek| [Ss]oldaat| [Ss]alie| afhaak| [Ss]ecuur| de mier| Brutus)/.test(
      behind,
    )
  )
    return true;
  if (tokens[from - 1]?.word === "Zwarte" && tokens[from]?.small === "piet") return true;
  if (tokens[from]?.small === "pietje" && /^ [Pp]recies/.test(behind)) return true;
  // "Sint en Piet".
  if (
    tokens[from]?.small === "piet" &&
    /^(?:sint|sinterklaas)$/.test(tokens[from - 2]?.small ?? "")
  )
    return true;
  return tokens[from - 1]?.small === "boven" && tokens[from]?.small === "jan";
}

export const isBrandStart = (tokens: readonly Token[], form: NameForm): boolean => {
  const next = tokens[form.to];
  return (
    next !== undefined && besides(next) && isBrand(`${tokens[form.to - 1]?.small} ${next.small}`)
  );
};

/** Capital words in a row, the last of which ends as a street: "Jan Steenstraat", "Prinses Beatrixlaan". */
export function isStreetName(tokens: readonly Token[], at: number): boolean {
  return endOfStreet(tokens, at) > at;
}

export function endOfStreet(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined || (i > at && !besides(token) && !/^\.\s?$/.test(token.gap))) return at;
    if (
      /(?:straat|laan|weg|plein|kade|singel|gracht|steeg|dreef|plantsoen|school|college|lyceum)$/.test(
        token.small,
      )
    )
      return i + 1;
    if (!token.capital && !token.initial && !PARTICLES.has(token.small)) return at;
  }
  return at;
}
