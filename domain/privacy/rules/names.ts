import type { Around, FoundName } from "./around";
import { beginsItem, isLabel, isParticleInside, isRoleAt, zoneFinder } from "./beside";
import { endOfStreet, isStreetName } from "./brands";
import { isBuilding } from "./called-after";
import { isFirstName } from "./first-names";
import { type NameForm, readName, readSurname } from "./forms";
import { confidenceOf } from "./how-sure";
import { knownFirmAt } from "./known-firms";
import { besides, besidesPoint, type Token } from "./tokens";
import { beforeVan, surnameFirst } from "./turned";
import { isFieldWord, isFunctionWord, isRole, PARTICLES } from "./words";
import type { Zone } from "./zones";

/** The names that can be told by themselves or by what stands beside them, in order. */
export function namesIn(around: Around): FoundName[] {
  const { tokens } = around;
  const found: FoundName[] = [];
  const zoneOf = zoneFinder(around);
  const parties = partiesOf(around);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const cell = around.firms.get(token.start);
    if (cell !== undefined && !token.initial && !isTitle(token.small)) {
      while ((tokens[i + 1]?.start ?? cell.end) < cell.end) i++;
      continue;
    }
    // "Donker Groen": a firm that is known, of words that are surnames.
    const firm = knownFirmAt(around, i);
    if (firm !== null && firm.to > i + 1) {
      i = firm.to - 1;
      continue;
    }
    const zone = zoneOf(token.start);
    const before = found.at(-1);
    // "- Jelmer H. – Servicedesk": behind who it is stands what they are.
    const told = / [-–] $/.test(token.gap) || isBehindBullet(around, before, token);
    const what = before?.to === i && told && !isFirstName(token.word);
    const item = zone !== null && !what && beginsItem(token, tokens[i - 1], zone);
    if (!canBegin(token, tokens[i + 1]) && !(item && PARTICLES.has(token.small))) continue;
    const name = nameAt(around, i, zone, item, before);
    if (name !== null && isNamedFirm(around, parties, name)) {
      i = name.to - 1;
      continue;
    }
    if (name === null) {
      const skipped = readName(tokens, i);
      // "Jan Steenstraat": not "Jan" either, and no word of it.
      const family = /^(?:familie|fam|gezin)$/.test(token.small);
      if (skipped === null && !family && isStreetName(tokens, i)) i = endOfStreet(tokens, i) - 1;
      // "sportcentrum Sjoukje Dijkstra": not "Dijkstra" either.
      const led = tokens[i - 1];
      if (skipped !== null && led !== undefined && besides(token) && isBuilding(led.small))
        i = skipped.to - 1;
      continue;
    }
    found.push(name);
    i = name.to - 1;
  }
  return found;
}

/** What stands in the columns and lists that name organisations. */
const partiesOf = ({ text, firms }: Around): ReadonlySet<string> =>
  new Set([...firms.values()].map(({ start, end }) => text.slice(start, end).trim()));

/** Whether a name of two words or more without a title is one of those: "Klusbus Eemland vraagt". */
function isNamedFirm(
  { text, tokens }: Around,
  parties: ReadonlySet<string>,
  { from, to, form }: FoundName,
): boolean {
  if (parties.size === 0 || form.titled || form.initials > 0 || to - from < 2) return false;
  return parties.has(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
}

/** "- Tesfay Haile, Bethelkerk": the second of an item that begins with who it is. */
function isBehindBullet(
  { tokens }: Around,
  before: FoundName | undefined,
  { gap, initial, small }: Token,
): boolean {
  if (before === undefined || gap !== ", " || initial || isTitle(small)) return false;
  return /\n\s{0,8}[-*•–]\s{1,3}\*{0,2}$/.test(tokens[before.from]?.gap ?? "");
}

const isTitle = (small: string): boolean =>
  /^(?:mevrouw|mw|mevr|meneer|mijnheer|dhr|hr|drs?|ir|ing|mr|prof|jhr|jkvr|zr)$/.test(small);

function canBegin(token: Token, next: Token | undefined): boolean {
  if (token.capital || token.initial) return true;
  // "V.d. Meer".
  if (token.word === "V" && next?.word === "d") return true;
  return (
    next !== undefined &&
    /^(?:de|mevrouw|mw|mevr|mej|meneer|mijnheer|dhr|hr|drs?|ir|ing|mr|prof|ds|jhr|jkvr|zr)$/.test(
      token.small,
    )
  );
}

function nameAt(
  around: Around,
  at: number,
  zone: Zone | null,
  item: boolean,
  last: FoundName | undefined,
): FoundName | null {
  const { tokens } = around;
  const before = tokens[at - 1];
  const beside =
    before !== undefined &&
    tokens[at] !== undefined &&
    (besides(tokens[at] as Token) || (before.small === "fam" && besidesPoint(tokens[at] as Token)));
  const role = beside && isRoleAt(tokens, at - 1);
  if (tokens[at]?.small === "het") return null;
  const bare = isParticleInside(tokens, at) && !isFirstName(tokens[at]?.word ?? "");
  const form =
    (bare ? readSurname(tokens, at) : null) ??
    readName(tokens, at, false, item) ??
    (item || role || isLabel(around, at) ? readSurname(tokens, at) : null);
  if (form === null) return role ? givenAt(tokens, at) : null;
  if (isHouseOf(tokens, form)) return null;
  const turned = surnameFirst(around, form, item ? zone : null);
  if (turned !== null) return turned;
  const confidence = confidenceOf(around, form, { before, beside, role, item, zone, last });
  if (confidence === 0) return role ? beforeVan(around, form) : null;
  return { from: form.from, to: form.to, form, confidence };
}

/** "Oma Wil", "buurvrouw Mei": a first name that is a word, behind who it is. */
function givenAt(tokens: readonly Token[], at: number): FoundName | null {
  const token = tokens[at];
  if (token === undefined || !token.capital) return null;
  if (!isFirstName(token.word) && !isChild(tokens, at)) return null;
  const form = { from: at, to: at + 1, titled: false, initials: 0, words: [at], surname: null };
  return { from: at, to: at + 1, form, confidence: 0.8 };
}

/** "Haar dochter Blessing": behind a child stands a name, whatever it ends as. */
function isChild(tokens: readonly Token[], at: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (token === undefined || token.word.length < 3 || isRole(token.small)) return false;
  if (isFunctionWord(token.word) || isFieldWord(token.word)) return false;
  if (next?.capital && besides(next)) return false;
  return /^(?:zoon|zoontje|dochter|dochtertje|kleinzoon|kleindochter|neefje|nichtje|broertje|zusje)$/.test(
    before?.small ?? "",
  );
}

/** "Groen van Prinstererschool": a house that was called after somebody, of which a word looks like a name. */
function isHouseOf(tokens: readonly Token[], form: NameForm): boolean {
  const first = tokens[form.words[0] ?? form.from];
  if (form.titled || form.initials > 0 || isFirstName(first?.word ?? "")) return false;
  const next = tokens[form.to];
  // "Jansje Verweij van de Mariaschool": where she works.
  if (next?.small !== "van" || !tokens[form.to + 1]?.capital) return false;
  return endOfStreet(tokens, form.to - 1) > form.to;
}
