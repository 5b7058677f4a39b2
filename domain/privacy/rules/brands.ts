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
  "van dale",
  "van gogh",
  "simon stevin",
  "anna paulowna",
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
]);
export const isBrand = (name: string): boolean => BRANDS.has(name);

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
