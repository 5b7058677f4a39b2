import type { Around } from "./around";
import { type FoundFirm, nameWord } from "./firm-words";
import { isFirstName } from "./first-names";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import { isNoName, isRole } from "./words";

/** How much the signs of one name weigh together before it is taken for an organisation. */
const ENOUGH = 2;
const MOST_WORDS = 3;

/**
 * Organisations with a bare name, told by what is said of them in the whole text: "Wevera kan ingeschakeld worden",
 * "aangemeld bij Wevera", "de wachtlijst van Wevera", and twice something weaker.
 * @param taken places in the row of words that lie in a find already.
 */
export function firmsBySigns(around: Around, taken: (at: number) => boolean): FoundFirm[] {
  const { tokens } = around;
  const names = new Map<string, { places: FoundFirm[]; signs: Set<string>; weight: number }>();
  for (let i = 0; i < tokens.length; i++) {
    const to = bareEnd(around, i, taken);
    if (to === null) continue;
    const key = tokens
      .slice(i, to)
      .map(({ word }) => word)
      .join(" ");
    const name = names.get(key) ?? { places: [], signs: new Set<string>(), weight: 0 };
    names.set(key, name);
    name.places.push({ from: i, to, confidence: 0.75 });
    for (const [sign, weight] of signsAt(around, i, to, taken)) {
      if (name.signs.has(sign)) continue;
      name.signs.add(sign);
      name.weight += weight;
    }
    i = to - 1;
  }
  return [...names.values()]
    .filter(({ weight }) => weight >= ENOUGH)
    .flatMap(({ places, weight }) =>
      places.map((place) => ({ ...place, confidence: weight > ENOUGH ? 0.8 : 0.75 })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Where a name ends that begins at `at` and that nothing knows; null when none does. */
function bareEnd(
  { tokens, ordinary }: Around,
  at: number,
  taken: (at: number) => boolean,
): number | null {
  const first = tokens[at];
  if (first === undefined || !first.capital || taken(at) || first.word.length < 4) return null;
  if (ordinary.has(first.small) || isFirstName(first.word) || SURNAMES.has(first.word)) return null;
  const before = tokens[at - 1];
  if (before?.capital && besides(first) && !before.opens) return null;
  if (isNoName(first.word) || isRole(first.small)) return null;
  let to = at + 1;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || !besides(token) || !nameWord(token) || taken(to)) break;
    to++;
  }
  return to;
}

const LEADS = /^(?:bij|naar|van|via|door|met|aan|tot)$/;
/** "aangemeld bij", "in zorg bij", "verwezen naar": what people do with whom they get help from. */
const WITH_FIRM =
  /^(?:werkt|werken|werkte|werkzaam|werk|baan|dienst|stage|aangemeld|aanmelden|aanmelding|zorg|ingekocht|inkopen|verwezen|doorverwezen|verwijzen|doorverwijzen|behandeling|hulp|ondersteuning|traject|contract|contracten|overeenkomst|ingehuurd|uitbesteed|gegund|overgenomen|fusie|gefuseerd|opdracht|hulpverlening|jeugdhulp|wachtlijst)$/;
/** "medewerkers van", "de offerte van": what only an organisation has. */
const OF_FIRM =
  /^(?:medewerkers?|personeel|chauffeurs|hulpverleners?|directeur|directrice|bestuurder|bestuur|kantoor|vestiging|wachtlijst|wachtlijsten|offerte|inschrijving|aanbod|aanbieding|tarief|tarieven|vertegenwoordiger|accountmanager|cliënten|website|klantenservice|planners?|bussen|busjes|voertuigen|monteurs?|consulenten|trainers|werkwijze|onderaannemer)$/;
const AREAS =
  /^(?:noord|zuid|oost|west|midden|noordoost|noordwest|zuidoost|zuidwest|nederland|centraal)$/;
const MADE_USE_OF =
  /^(?:ingeschakeld|ingezet|gecontracteerd|ingehuurd|overgenomen|failliet|gefuseerd|gegund|aanbieder|opdrachtnemer|vervoerder|leverancier)$/;
const DOES =
  /^(?:levert|leverde|biedt|bood|exploiteert|factureert|verhuurt|plaatst|installeert|fuseert|beschikt|schrijft|werkt|rekent|vervoert|verzorgt|hanteert)$/;
const OWNS =
  /^(?:wachtlijst|wachtlijsten|wachttijd|stop|cliëntenstop|opnamestop|contract|vestiging|vestigingen|locaties|personeelstekort|medewerkers|voertuigen|bussen|aanbod|vacatures)$/;
const HAD_BY_FIRM =
  /^(?:systeem|contract|aanbod|traject|trajecten|medewerkers?|personeel|team|bussen|busjes)$/;

/** What says at one place that a name is an organisation's, with how much it says. */
function signsAt(
  { tokens, text }: Around,
  from: number,
  to: number,
  taken: (at: number) => boolean,
): [string, number][] {
  const signs: [string, number][] = [];
  const first = tokens[from] as Token;
  const [two, one] = [tokens[from - 2], tokens[from - 1]];
  const led = one !== undefined && besides(first) ? one.small : "";
  const far = one !== undefined && two !== undefined && besides(one) ? two.small : "";
  const [after, next] = [tokens[to], tokens[to + 1]];
  const follows = after !== undefined && besides(after) ? after.small : "";
  if (LEADS.test(led) && led !== "van" && WITH_FIRM.test(far)) signs.push(["with", 2]);
  if (led === "van" && OF_FIRM.test(far)) signs.push(["of", 2]);
  // "werkt in ploegen bij Wevera", "Namens Wevera: …".
  if (/^(?:bij|voor)$/.test(led)) {
    for (let i = from - 2; i > from - 6; i--)
      if (/^(?:werkt|werkte|werken)$/.test(tokens[i]?.small ?? "")) signs.push(["work", 2]);
  }
  if (
    led === "namens" &&
    one?.opens &&
    /^\s?:/.test(text.slice(tokens[to - 1]?.end, (tokens[to - 1]?.end ?? 0) + 2))
  )
    signs.push(["speaks", 2]);
  // "Liftservice Noord".
  if (
    /\p{L}(?:service|juristen|techniek|bouw|taxi)$/u.test(first.small) &&
    AREAS.test(next === undefined ? "" : (tokens[from + 1]?.small ?? ""))
  )
    signs.push(["area", 2]);
  if (led === "via") signs.push(["via", 1]);
  if (/^(?:bijvoorbeeld|zoals)$/.test(led)) signs.push(["such", 1]);
  if (/^(?:het|de|een)$/.test(led) && HAD_BY_FIRM.test(follows)) signs.push(["had", 2]);
  if (/^(?:is|was|kan|kunnen|wordt|werd|moet)$/.test(follows)) {
    const soon = [next, tokens[to + 2], tokens[to + 3]];
    if (soon.some((token) => MADE_USE_OF.test(token?.small ?? ""))) signs.push(["used", 2]);
    if (next?.small === "verantwoordelijk") signs.push(["duty", 1]);
  }
  // "Tjeerd Wiersma (Paalwerk)": for whom somebody is there, or where they live.
  if (first.gap === " (" && /^\)/.test(tokens[to]?.gap ?? ")") && taken(from - 1))
    signs.push(["for", 1]);
  if (DOES.test(follows)) signs.push(["does", 1]);
  if (/^(?:heeft|had|kent|heeft)$/.test(follows)) {
    const soon = [next, tokens[to + 2], tokens[to + 3]];
    if (soon.some((token) => OWNS.test(token?.small ?? ""))) signs.push(["owns", 2]);
  }
  if (
    /^-(?:medewerker|chauffeur|bus|systeem)/.test(
      text.slice(tokens[to - 1]?.end, (tokens[to - 1]?.end ?? 0) + 12),
    )
  )
    signs.push(["joined", 2]);
  return signs;
}

/**
 * Bare names in one enumeration with organisations that were found: "Wevera, Haldan en Stichting Oever".
 * @param taken places in the row of words that lie in a find already.
 */
export function listedWith(
  around: Around,
  found: readonly FoundFirm[],
  taken: (at: number) => boolean,
): FoundFirm[] {
  const { tokens } = around;
  const more: FoundFirm[] = [];
  const added = new Set<number>();
  const has = (at: number): boolean => added.has(at) || taken(at);
  const add = (from: number, to: number): void => {
    more.push({ from, to, confidence: 0.7 });
    for (let i = from; i < to; i++) added.add(i);
  };
  for (const { from, to } of found) {
    for (let at = to; ; ) {
      const start = isJoined(tokens, at)
        ? at
        : isJoined(tokens, at + 1) && isAnd(tokens[at])
          ? at + 1
          : null;
      const end = start === null ? null : bareEnd(around, start, has);
      if (start === null || end === null || !closes(tokens, end)) break;
      add(start, end);
      at = end;
    }
    for (let at = from; at > 0; ) {
      const first = tokens[at] as Token;
      const end = first.gap === ", " ? at : isAnd(tokens[at - 1]) && besides(first) ? at - 1 : null;
      const start = end === null ? null : end - 1;
      if (start === null || bareEnd(around, start, has) !== end) break;
      add(start, end as number);
      at = start;
    }
  }
  return more.sort((a, b) => a.from - b.from);
}

const isAnd = (token: Token | undefined): boolean => /^(?:en|of)$/.test(token?.small ?? "");

/** Whether the word at `at` stands in an enumeration with the one before. */
const isJoined = (tokens: readonly Token[], at: number): boolean => {
  const gap = tokens[at]?.gap ?? "";
  return gap === ", " || gap === " / " || (isAnd(tokens[at - 1]) && gap === " ");
};

/** Whether an enumeration ends or goes on at `at`: "Jeugdmaatschappelijk werk" and "Arend, de chauffeur" do not. */
const closes = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.gap === ", ") return token.capital || isAnd(tokens[at + 1]);
  return !besides(token) || GOES_ON.test(token.small);
};

const GOES_ON =
  /^(?:en|of|zijn|hebben|willen|doen|kunnen|worden|waren|die|voor|in|uit|om|te|als|bij|met|op|aan|is|heeft|wil|was)$/;
