import type { Around } from "./around";
import { beforeOf, MOST_WORDS, nameEnd, paired, SMALL_INSIDE } from "./firm-ends";
import { firmsBySigns, listedWith } from "./firm-signs";
import { type FoundFirm, isAmpersand, legalEnd, nameWord } from "./firm-words";
import { afterPerson, particledFirmAt } from "./firms-after-people";
import { again } from "./firms-again";
import { isFirstName } from "./first-names";
import { isAmongThings } from "./kinds-of";
import { knownFirmAt } from "./known-firms";
import type { FoundForm } from "./numbers";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import {
  BEFORE_ORGANISATION,
  isFieldOfWork,
  isFieldWord,
  isFunctionWord,
  isNoFirmHead,
  isNoName,
  isOrganisationHead,
  isOrganisationTail,
  isPlace,
  isPublicBody,
  isRole,
  isStreet,
  ORGANISATION_HEADS,
  ORGANISATION_TAILS,
} from "./words";

/**
 * Names of organisations that are not public bodies: by the word they begin or end with, their legal form, or
 * because they are called a provider; and where such a name stands again.
 * @param taken places in the row of words that lie in a name of a person.
 */
export function organisationsIn(around: Around, taken: (at: number) => boolean): FoundForm[] {
  const { tokens } = around;
  const found: FoundFirm[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || taken(i)) continue;
    // In small letters only what it is called before its name can stand.
    const small = token.word === token.small;
    const one = small
      ? headed(around, i)
      : (headed(around, i) ??
        inColumn(around, i) ??
        housed(around, i, taken) ??
        bracketed(around, i, taken) ??
        afterPerson(around, i, taken) ??
        tailed(around, i, taken) ??
        paired(around, i, taken) ??
        suffixed(around, i) ??
        coined(around, i) ??
        knownFirmAt(around, i) ??
        particledFirmAt(around, i) ??
        called(around, i, taken));
    if (one === null || taken(one.to - 1)) continue;
    found.push(one);
    i = one.to - 1;
  }
  const within = new Set<number>();
  const has = (at: number): boolean => within.has(at) || taken(at);
  const add = (more: readonly FoundFirm[]): void => {
    for (const { from, to } of more) for (let i = from; i < to; i++) within.add(i);
    if (more !== found) found.push(...more);
  };
  add(found);
  add(firmsBySigns(around, has));
  add(again(around, found, has));
  const listed = listedWith(around, [...found], has);
  add(listed);
  const more = again(around, listed, has);
  add(more);
  add(listedWith(around, more, has));
  return found
    .filter(({ from }) => !isAmongThings(tokens, from))
    .map(({ from, to, confidence }) => ({
      start: tokens[from]?.start ?? 0,
      end: endOf(around, to - 1),
      confidence,
    }))
    .sort((a, b) => a.start - b.start);
}

/** With the last point of "B.V.". */
function endOf({ text, tokens }: Around, at: number): number {
  const last = tokens[at];
  if (last === undefined) return 0;
  const short = last.word === "Zn" || (last.word.length === 1 && last.gap === ".");
  const pointed = short && text[last.end] === ".";
  return last.end + (pointed ? 1 : 0);
}

const WEAK = /^(?:praktijk|taxi|maatschap|bureau)$/;

/** "Stichting De Zonnebloem", "basisschool Waterbroek", "Zorggroep Oost en West". */
function headed({ text, tokens }: Around, at: number): FoundFirm | null {
  const head = tokens[at];
  if (head === undefined || !isOrganisationHead(head.small)) return null;
  const to = legalAhead(text, tokens, at) ?? nameEnd(tokens, at + 1, head.word === head.small);
  // "Gebroeders De Wittlaan".
  const brothers = /^(?:gebr|gebroeders)$/.test(head.small);
  if (to === at + 1 || (brothers && isStreet(tokens[to - 1]?.word ?? ""))) return null;
  const first = tokens[at + 1];
  // "Stichting de Gemeente", "Zorggroep de Zorg": nothing that bears a name.
  const named = first?.word === first?.small ? tokens[at + 2] : undefined;
  if (named !== undefined && (isNoName(named.word) || isPlace(named.word))) return null;
  const compound = !ORGANISATION_HEADS.has(head.small);
  if (
    compound &&
    first !== undefined &&
    to === at + 2 &&
    (isNoName(first.word) || isPlace(first.word))
  )
    return null;
  // "Praktijk Vragen", "Taxi Kosten": a heading.
  const plain = WEAK.test(head.small) ? isNoName : isFieldWord;
  if (to === at + 2 && first !== undefined && head.opens && plain(first.word)) return null;
  // "bureau Jeugdzorg" and the like are rather a kind than a name.
  if (head.small === "bureau" && (head.word === head.small || !first || isNoName(first.word)))
    return null;
  const weak = WEAK.test(head.small);
  // "Ecologisch Bureau Vesters".
  const adjective = tokens[at - 1];
  const led =
    adjective?.capital &&
    besides(head) &&
    /(?:isch|kundig|ieel|elijk)e?$|^grand$/.test(adjective.small);
  if (led && head.capital) at--;
  return { from: at, to: legalEnd(text, tokens, to) ?? to, confidence: weak ? 0.75 : 0.92 };
}

/** "Coöperatie Boer en Zorg Midden U.A.": up to a legal form that follows soon. */
function legalAhead(text: string, tokens: readonly Token[], at: number): number | null {
  const several = /^(?:coöperatie|stichting|vereniging|vof|maatschap)$/.test(
    tokens[at]?.small ?? "",
  );
  for (let i = at + 1; i < at + 8; i++) {
    const token = tokens[i];
    // "Zorggroep Almata en Buurtdienst Plus BV": two of them.
    if (token?.small === "en" && !several) return null;
    if (token === undefined || !(besides(token) || isAmpersand(token))) return null;
    const end = i > at + 1 ? legalEnd(text, tokens, i) : null;
    if (end !== null) return end;
    if (!nameWord(token) && !/^(?:en|van|voor|de|het)$/.test(token.small)) return null;
    if (i > at + 1 && isOrganisationHead(token.small)) return null;
  }
  return null;
}

/** "Chinese School De Draak", "bij De Herbergier": a house or a firm whose name begins with "De" or "Het". */
function housed(
  { tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): FoundFirm | null {
  const [article, name] = [tokens[at], tokens[at + 1]];
  if (article === undefined || name === undefined || !/^(?:De|Het)$/.test(article.word))
    return null;
  const before = tokens[at - 1];
  if (
    before === undefined ||
    article.opens ||
    !besides(article) ||
    !besides(name) ||
    !name.capital ||
    taken(at + 1)
  )
    return null;
  if (isNoName(name.word) || ordinary.has(name.small) || SURNAMES.has(name.word)) return null;
  if (taken(at - 1)) return null;
  const to = nameEnd(tokens, at + 1, false);
  if (/(?:besteding|opvang|woonvorm)$/.test(before.small))
    return { from: at - 1, to, confidence: 0.8 };
  if (/^(?:SO|SBO|VSO|AZC|OBS|CBS|PI|ISK)$/.test(before.word))
    return { from: at - 1, to, confidence: 0.8 };
  if (/^(?:bij|naar|aanbieder|organisatie|tegen)$/.test(before.word))
    return { from: at, to, confidence: 0.65 };
  if (/^(?:van|op)$/.test(before.word) && isAtHouse(tokens, at - 1))
    return { from: at, to, confidence: 0.65 };
  if (before.capital && !before.opens && /(?:school|zorg|opvang|werk)$/.test(before.small)) {
    const far = tokens[at - 2];
    const further = far?.capital && besides(before) && !isFunctionWord(far.word) && !taken(at - 2);
    return { from: further ? at - 2 : at - 1, to, confidence: 0.75 };
  }
  return null;
}

/** "groep acht van De Fontein", "zit op De Fontein": what stands before "van" is of a school or a home. */
function isAtHouse(tokens: readonly Token[], of: number): boolean {
  for (let i = of - 1; i >= Math.max(0, of - 3); i--) {
    if (!besides(tokens[i + 1] as Token)) return false;
    if (
      /^(?:groep|klas|leerlingen|leerling|leerkracht|leerkrachten|juf|meester|schoolleider|directeur|directrice|locatiehoofd|teamleider|begeleider|begeleiders|bewoners|cliënten|ouders|zit|zitten|zat|werkt|school)$/.test(
        tokens[i]?.small ?? "",
      )
    )
      return true;
  }
  return false;
}

/** "Rijnstroom Vervoer", "Eigen Kracht Centrale", "Kuiper Advies B.V.". */
function tailed(
  { text, tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): FoundFirm | null {
  const first = tokens[at];
  if (first === undefined || !(first.capital || nameWord(first))) return null;
  // "De Passie BV" has its article; "De Rijnstroom" does not say so.
  if (isFunctionWord(first.word) && first.opens && !/^(?:de|het)$/.test(first.small)) return null;
  if (isPublicBody(first.word) || isRole(first.small) || isNoFirmHead(first.small)) return null;
  let to = at + 1;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || !(besides(token) || isAmpersand(token)) || taken(to)) break;
    if (!nameWord(token) && token.small !== "en") break;
    if (token.small === "en" && !tokens[to + 1]?.capital) break;
    // "Noorderlicht Jeugdhulp en Parlan": the first of two.
    const second = tokens[to + 1];
    const tails =
      second !== undefined &&
      isOrganisationTail(second.small) &&
      legalEnd(text, tokens, to + 2) !== null;
    if (token.small === "en" && isOrganisationTail(tokens[to - 1]?.small ?? "") && !tails) break;
    to++;
  }
  const legal = legalEnd(text, tokens, to);
  const regional =
    isPlace(first.word) &&
    /^(?:touringcars|taxi|mobiliteit|personenvervoer|groep|reizen|jeugdhulp|ggz|thuiszorg|kinderopvang|academie)$/.test(
      tokens[to - 1]?.small ?? "",
    );
  const strange =
    regional ||
    (!(first.opens ? isNoName(first.word) : isFieldWord(first.word) || isPlace(first.word)) &&
      !(first.opens && ordinary.has(first.small)));
  if (legal !== null && (!isFunctionWord(first.word) || to > at + 1)) {
    return { from: beforeOf(tokens, at, taken), to: legal, confidence: 0.95 };
  }
  if (to - at < 2) return null;
  const last = tokens[to - 1];
  // "Water en Groen en Beheer": teams.
  const fields = tokens.slice(at, to).filter(({ small }) => small !== "en");
  if (fields.every(({ small }) => isFieldOfWork(small))) return null;
  // "Marktconsultatie Groenbeheer": a heading.
  const plain = last !== undefined && !ORGANISATION_TAILS.has(last.small) && isNoName(first.word);
  if (last === undefined || plain || !isOrganisationTail(last.small) || !strange) {
    return last !== undefined && last.small === "centrale" && to - at > 2
      ? { from: at, to, confidence: 0.7 }
      : null;
  }
  // "Van Harten Mobiliteit".
  const before = tokens[at - 1];
  const led = before !== undefined && /^(?:Van|De|Ter|Ten)$/.test(before.word) && besides(first);
  const from = led && !taken(at - 1) ? at - 1 : at;
  return { from, to, confidence: first.opens ? 0.75 : 0.85 };
}

/** "de Waterbroekschool", "het Anna Maria Lyceum": schools that bear a name. */
function suffixed({ tokens, ordinary }: Around, at: number): FoundFirm | null {
  const token = tokens[at];
  if (token === undefined || !token.capital || ordinary.has(token.small)) return null;
  const school = /^\p{Lu}\p{Ll}{3,}(?:school|college|lyceum)$/u.test(token.word);
  if (
    school &&
    !/^(?:basis|middel|hoge|voor|brede|zater|mavo|vak|moeder|dag|jenaplan|montessori|vrije|buiten|scholen|thuis|ambachts|avond|bestuurs|gemeente|zomer|weekend|muziek|zwem|speciaal|nieuwbouw|vo|volks|sport|kunst|kleuter|lagere|dorps|buurt|wijk|taal|schakel|dalton|krings?)/i.test(
      token.word,
    )
  ) {
    const before = tokens[at - 1];
    if (token.opens && before !== undefined) return null;
    // "De Regenboogschool" has its article.
    if (before !== undefined && /^(?:De|Het)$/.test(before.word) && besides(token) && !before.opens)
      return { from: at - 1, to: at + 1, confidence: 0.75 };
    return { from: schoolStart(tokens, at), to: at + 1, confidence: 0.75 };
  }
  return null;
}

const NOBLE = /^(?:koning|koningin|prins|prinses|sint)$/;

/** "Jan van Galenschool", "Prins Willem-Alexanderschool": with the words before it. */
function schoolStart(tokens: readonly Token[], at: number): number {
  let from = at;
  for (let i = at; i > Math.max(0, at - 5); i--) {
    const [token, before] = [tokens[i], tokens[i - 1]];
    if (token === undefined || before === undefined || !besides(token)) break;
    const named = !isNoName(before.word) && !isFunctionWord(before.word);
    if (before.capital && (named || NOBLE.test(before.small))) from = i - 1;
    else if (/^(?:Van|Ter|Ten)$/.test(before.word)) return i - 1;
    else if (before.capital || !/^(?:van|de|den|der)$/.test(before.small)) break;
  }
  return from;
}

/** "Key2Burgerzaken", "Suite4Jeugd": what programs are called. */
const isProgram = (word: string): boolean =>
  /^(?:Key|Suite|Log|App|Data|Web|Mail|Plan|Track|Sign|Doc|File|Case|Form|Text|Code|Net|Click|Work)\d/.test(
    word,
  );

/** "Zorg4Kids": alone it is a firm only with its number. */
function coined({ tokens }: Around, at: number): FoundFirm | null {
  const word = tokens[at]?.word ?? "";
  return /^\p{Lu}\p{Ll}{2,15}[24]\p{Lu}\p{Ll}{2,15}$/u.test(word) && !isProgram(word)
    ? { from: at, to: at + 1, confidence: 0.75 }
    : null;
}

/** In a column of a table that is called "Partij" or "Aanbieder". */
function inColumn({ text, tokens, firms }: Around, at: number): FoundFirm | null {
  const first = tokens[at];
  const zone = first === undefined ? undefined : firms.get(first.start);
  if (first === undefined || zone === undefined || !/^\p{Lu}/u.test(first.word)) return null;
  if (
    isPublicBody(first.word) ||
    (isFieldWord(first.word) && !/^(?:de|het|van|ter|ten)$/.test(first.small))
  ) {
    return null;
  }
  let to = at;
  while (to < at + MOST_WORDS && (tokens[to]?.start ?? zone.end) < zone.end) to++;
  // "Jongerenraad": whom somebody speaks for, and no name.
  if (to === at + 1 && /(?:raad|panel|bestuur|commissie)$/.test(first.small)) return null;
  return /\S/.test(text.slice(tokens[to - 1]?.end ?? 0, zone.end).replace(/[.)*_]/g, ""))
    ? null
    : { from: at, to, confidence: 0.8 };
}

/** "Rutger Imhof (Vitaal Leven)": whom somebody is there for. */
function bracketed(
  { text, tokens }: Around,
  at: number,
  taken: (i: number) => boolean,
): FoundFirm | null {
  const first = tokens[at];
  if (first === undefined || !first.capital || first.gap !== " (" || !taken(at - 1)) return null;
  let to = at;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || (to > at && !besides(token))) break;
    if (!token.capital && !(to > at && SMALL_INSIDE.test(token.small))) break;
    to++;
  }
  const last = tokens[to - 1];
  if (last === undefined || !last.capital || !/[),]/.test(text[last.end] ?? "")) return null;
  const articled = /^(?:de|het)$/.test(first.small) && to > at + 1;
  // "(Lindhorst Vooruit)": a party.
  if (
    /^(?:vooruit|lokaal|belang|belangen|leefbaar|nu|centraal|partij|democraten)$/.test(last.small)
  )
    return null;
  const none = !articled && (isFieldWord(first.word) || isRole(first.small) || isPlace(first.word));
  // One word is as often a town or a party.
  if (none || to === at + 1 || isFirstName(first.word) || first.small === "lijst") return null;
  return { from: at, to, confidence: 0.75 };
}

/** "onze huidige opdrachtnemer Rijnstroom", "Altra (huidige aanbieder)", "doorverwezen naar Kenter". */
function called(
  { tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): FoundFirm | null {
  const token = tokens[at];
  if (token === undefined || !token.capital || isFieldWord(token.word) || ordinary.has(token.small))
    return null;
  if (isFirstName(token.word)) return null;
  const before = tokens[at - 1];
  const beside = before !== undefined && besides(token);
  let to = at + 1;
  while (to < at + 4 && tokens[to]?.capital && besides(tokens[to] as Token) && !taken(to)) to++;
  const after = tokens[to];
  const called =
    after !== undefined &&
    /^ \($/.test(after.gap) &&
    /^(?:huidige?|onze|de|een)?$/.test(after.small) &&
    BEFORE_ORGANISATION.has(tokens[to + 1]?.small ?? "");
  if (called) return { from: at, to, confidence: 0.85 };
  if (!beside) return null;
  if (BEFORE_ORGANISATION.has(before.small)) return { from: at, to, confidence: 0.8 };
  const led =
    before.small === "naar" &&
    /^(?:door)?(?:verwezen|verwijzing|verwijzingen|verwijst|verwijzen|verwees)$/.test(
      tokens[at - 2]?.small ?? "",
    );
  const contract =
    before.small === "met" &&
    /^(?:contract|contracten|overeenkomst)$/.test(tokens[at - 2]?.small ?? "");
  if (led || contract) return { from: at, to, confidence: 0.75 };
  return null;
}
