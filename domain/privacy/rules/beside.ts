import type { Around, FoundName } from "./around";
import { isCalledAfter } from "./called-after";
import type { NameForm } from "./forms";
import { besides, type Token } from "./tokens";
import { BEFORE_NAME, BEFORE_PARTICLE, BEFORE_THING, isNoName, isRole, PARTICLES } from "./words";
import type { Zone } from "./zones";

/** Ends as the name of a group or a calling: "Huurders", "Jeugdartsen", "Inkoper". */
export const isGroup = (small: string): boolean =>
  /(?:ers|aars|eurs|isten|ogen|anten|enten|artsen|aren|sters|leden|ouders|eur|oper|eider|atie|ster|oog|arts|coach)$/.test(
    small,
  );

/** "Moeder van Sem", "de ouders van Lotte". */
export function ofParent(tokens: readonly Token[], at: number): boolean {
  const [person, of] = [tokens[at - 2], tokens[at - 1]];
  if (of?.small !== "van" || person === undefined || !besides(of)) return false;
  return /^(?:moeder|vader|ouders?|mama|papa|oma|opa|zus|broer|zoon|dochter|mentor|juf|meester|begeleider|begeleidster|coach|verzorgers?|tante|oom|vriend|vriendin|voogd|partner|man|vrouw|pleegouders?)$/.test(
    person.small,
  );
}

/** "de vaste schoolcoach, Gülay, kent …", "het zusje van Jayden, Shaniqua, …": between commas behind who it is. */
export function isApposed({ text, tokens }: Around, form: NameForm): boolean {
  const start = tokens[form.from];
  if (start?.gap !== ", ") return false;
  if (!/^[,.]/.test(text[tokens[form.to - 1]?.end ?? 0] ?? "")) return false;
  const before = tokens[form.from - 1];
  if (before === undefined) return false;
  if (before.word === before.small && isRole(before.small)) return true;
  return before.capital && ofParent(tokens, form.from - 1);
}

/** "Sem (8)", "Milan, 9 jaar,": a child with its age. */
export function isAge({ text, tokens }: Around, form: NameForm, known: boolean): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  const behind = text.slice(end, end + 16);
  if (/^,? (?:van )?\d{1,2} jaar/.test(behind)) return true;
  if (/^ \(\d{1,2}\)/.test(behind) && isAgedBeside(text, tokens[form.from]?.start ?? 0, end))
    return true;
  return known && /^(?:\s\(\d{1,2}(?: jaar)?\)|,? \d{1,2},)/.test(behind);
}

/** "Narek (12), Roos (9)": one of several with their age. */
const isAgedBeside = (text: string, start: number, end: number): boolean =>
  /^ \(\d{1,2}\)(?:, | en )\p{Lu}[\p{L}-]{1,20} \(\d{1,2}\)/u.test(text.slice(end, end + 40)) ||
  /\p{Lu}[\p{L}-]{1,20} \(\d{1,2}\)(?:, | en )$/u.test(text.slice(Math.max(0, start - 34), start));

/** "Karin en Piet": a first name beside a name. */
export function besideName(
  { tokens }: Around,
  form: NameForm,
  last: FoundName | undefined,
): boolean {
  if (last === undefined) return false;
  const between = form.from - last.to;
  if (between === 0) return tokens[form.from]?.gap === ", ";
  return between === 1 && /^(?:en|of)$/.test(tokens[last.to]?.small ?? "");
}

/** "Sint Jan", "Anne Hoekzema": a part of another name that was not read as one. */
export const isPartOfOther = (tokens: readonly Token[], form: NameForm): boolean => {
  const after = tokens[form.to];
  const before = tokens[form.from - 1];
  const capitalBefore = before?.capital && besides(tokens[form.from] as Token) && !before.opens;
  // "Anne Frankschool".
  const called = after !== undefined && isCalledAfter(after.small);
  const capitalAfter = after?.capital && besides(after) && (called || !isNoName(after.word));
  return Boolean(capitalBefore || capitalAfter);
};

/** "Oumaima Bouzid (directeur)", "…, wethouder": a function behind it. */
export function isFunctionBehind({ tokens }: Around, form: NameForm): boolean {
  const after = tokens[form.to];
  if (after === undefined || !/^(?: \(|, | [-–] )$/.test(after.gap)) return false;
  return (
    BEFORE_NAME.has(after.small) ||
    /(?:er|ster|eur|ist|oog|ant|ent|arts|lid|manager)$/.test(after.small)
  );
}

/** Whether a name stands where a speaker is named: at the start of a line, with a colon behind it. */
export function isLabelEnd({ text, tokens }: Around, form: NameForm): boolean {
  const start = tokens[form.from];
  const end = tokens[form.to - 1]?.end ?? 0;
  if (!start?.opens && !/\n\s{0,8}[-*•]?\s{0,3}\*{0,2}$/.test(start?.gap ?? "")) return false;
  return /^\*{0,2}(?: ?\([^()\n]{1,40}\))?\*{0,2} ?:(?![\d/])/.test(text.slice(end, end + 52));
}

/** "wethouder Ypma", and not "Heer Hugowaard", a town: a gentleman has his article, or begins what is said. */
export function isRoleAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isRole(token.small)) return false;
  if (token.word !== "Heer" || token.opens) return true;
  return /^(?:de|geachte|beste|weledele)$/.test(tokens[at - 1]?.small ?? "");
}

/** Whether a surname with "De" or "Van" can be read at this place, because a colon follows soon. */
export function isLabel({ text, tokens }: Around, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.opens || !PARTICLES.has(token.small)) return false;
  // "Over de Klaverweide:"; a surname has "Op den", "In 't".
  if (BEFORE_PARTICLE.has(token.small) && !/^(?:den|t)$/.test(tokens[at + 1]?.small ?? ""))
    return false;
  return (
    text
      .slice(token.end, token.end + 40)
      .split("\n", 1)[0]
      ?.includes(":") ?? false
  );
}

export function zoneFinder({ zones }: Around): (at: number) => Zone | null {
  let i = 0;
  return (at) => {
    while (i < zones.length && (zones[i]?.end ?? 0) <= at) i++;
    const zone = zones[i];
    return zone !== undefined && zone.start <= at ? zone : null;
  };
}

/** Whether an item of a list begins here: behind a comma, a mark, "en", or at the start of it. */
export function beginsItem(token: Token, before: Token | undefined, zone: Zone): boolean {
  if (before === undefined || before.start < zone.start) return true;
  if (/[,;|\n•)/&+\t:]| [-–] /.test(token.gap)) return true;
  return before.small === "en" && besides(token);
}

/** Whether nothing of the same item follows but what somebody is: "(voorzitter)", "namens de school". */
export function endsItem({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  const rest = text.slice(end, end + 12);
  return (
    rest === "" ||
    /^(?:\s{0,3}[,;|\n(/&+.:<*\t]|\s{0,3}[-–]\s| (?:en|namens|van|voor|als|uit|bij|is)\s)/.test(
      rest,
    )
  );
}

/** "Van Dalen", "Ter Horst", "El Idrissi" within a sentence: a surname by itself has its capital there. */
export function isParticleInside(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  // "V.d. Meer" is one at the start of a sentence too.
  if (token.word === "V" && next?.word === "d") return true;
  if (token.opens) return false;
  if (/^(?:Van|Ter|Ten|Te|El|Ben|Vd)$/.test(token.word)) return true;
  return token.word === "De" && next !== undefined && besides(next) && PEOPLE.test(next.word);
}

/** Behind "De" nearly always somebody; "De Linde" and "De Zwaan" are as often a house. */
const PEOPLE =
  /^(?:Boer|Bruijn|Bruin|Graaf|Groot|Jong|Jonge|Kok|Lange|Rooij|Ruijter|Ruiter|Vries|Weerd|Wit)$/;

export const isParticled = ({ tokens }: Around, form: NameForm): boolean =>
  form.initials === 0 &&
  !form.titled &&
  form.words[0] !== form.from &&
  isParticleInside(tokens, form.from);

/** "Van Yperen (2020)", "De Graaf & Bakker, 2021", "Smit et al.": in what was written. */
export function isReference({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  return /^(?:(?:(?:, | & | en )(?:De |Van )?\p{Lu}[\p{L}-]{1,20}){0,3},? \(?(?:19|20)\d\d[a-z]?[,;)]| e\.a\.,? \(?(?:19|20)| et al)/u.test(
    text.slice(end, end + 80),
  );
}

/** "kreeg ik ene Sharisa", "een zekere Dennis", "zij heet Noor". */
export const isIntroduction = (small: string): boolean =>
  /^(?:ene|zekere|heet|heette|heten|genaamd)$/.test(small);

/** "De hond heet Bello." */
export const isPet = (tokens: readonly Token[], at: number): boolean => {
  const { small = "", word = "" } = tokens[at] ?? {};
  const lettered =
    /^(?:[A-Z]|\d{1,2})$/.test(word) && BEFORE_THING.has(tokens[at - 1]?.small ?? "");
  const pet =
    /^(?:hond|kat|kater|poes|pony|paard|konijn|geit|ezel|koe|schaap|kip|haan|hamster|papegaai|veulen|merrie|hengst|trein|pont|server|printer|bot|portaal|platform|systeem|programma|tool|robotstofzuiger|hulphond|chatbot|robot|boot|schip|app|bus|beker|musical|boek|film|toernooi|methode|wijken|straten|lijnen|groepen|klassen|zalen|lokalen|dorpen|varianten|scholen)$/;
  return lettered || pet.test(small) || BEFORE_THING.has(small);
};

/** "Jesper, een jongen van vijftien", "Abshir, de jongste": with who it is behind it. */
export function isToldOf({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  return /^, (?:een|de|het|haar|zijn|mijn|onze) (?:[a-z]{3,12} )?(?:jongen|meisje|jongste|oudste|middelste|moeder|vader|zoon|dochter|man|vrouw|oma|opa|zus|broer|collega|leerling|buurman|buurvrouw|chauffeur|begeleider|begeleidster|mentor|juf|meester|kleuter|peuter|tiener|puber|weduwe|mantelzorger)\b/.test(
    text.slice(end, end + 50),
  );
}

/** "Gespreksleider: Wendelmoet": all that stands behind its label. */
export function isAllOf({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  return (
    /^\s{0,3}(?:\n|$)/.test(text.slice(end, end + 5)) &&
    /:\s{0,3}$/.test(tokens[form.from]?.gap ?? "")
  );
}
