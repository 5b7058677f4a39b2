import { isAmpersand, nameWord } from "./firm-words";
import { besides, type Token } from "./tokens";
import { isFunctionWord, isRole } from "./words";

/** Plants and animals that are also a first name or a surname: one among others is a tree, and nobody. */
const NATURE: ReadonlySet<string> = new Set(
  `
  abeel acacia acer akelei anemoon anjer anjers appel appelboom aster azalea berk berken beuk beuken boom bomen braam brem buxus
  chrysant cipres conifeer dahlia den dennen distel dotterbloem duizendknoop eik eiken els elzen es esdoorn essen fresia geranium
  gerbera gladiool goudsbloem hazelaar heide heester hortensia hulst hyacint iep iepen iris jasmijn kastanje kers klaproos klaver
  klimop kornoelje kruid lariks laurier lavendel lelie leliën liguster linde linden lisdodde lupine madelief madeliefje magnolia
  margriet meidoorn meidoorns mimosa mispel mos narcis narcissen olijf orchidee palm peer peren pioen plataan populier populieren primula
  prunus pruim riet ridderspoor rododendron roos rozen salie salvia sering sneeuwklokje spar sparren tijm tulp tulpen varen
  vergeet-mij-nietje vijg viool violen viooltje vlier vuurdoorn wilg wilgen zegge zonnebloem zonnebloemen
  arend bever bij bok buizerd das duif duiven ekster eend eenden egel fazant gans ganzen geit geiten grutto haan haas hazen
  hert herten hond huismus kauw kieviet kievit kip kippen kikker koe koekoek konijn koolmees kraai lam leeuw leeuwerik lijster
  libel mees mees merel merels mol mollen mus mussen nachtegaal otter paard paarden patrijs pauw pelikaan raaf reiger ree
  roodborst schaap schapen slak snoek specht spin spreeuw uil uilen valk vink vinken visarend vlinder vlinders vogel vos wesp
  wolf wulp zalm zwaan zwaluw
`
    .trim()
    .split(/\s+/),
);

/** Callings that are also a surname: "Bakker", "Visser". */
const CALLINGS =
  /^(?:bakker|boer|bouwman|brouwer|dekker|draaier|jager|kapper|kok|koopman|koster|kuiper|meester|metselaar|molenaar|mulder|ruiter|schilder|schipper|schoenmaker|slager|smid|smit|snijder|timmerman|tuinman|visser|wagenaar|wever|zanger|herder|ridder|koning|keizer|prins|graaf|bode|pastoor|monnik|burger)$/;

/** Whether a word is a plant, an animal or a calling as well as a name. */
export const isKind = (small: string): boolean => NATURE.has(small) || CALLINGS.test(small);

/** Whether a word stands in an enumeration with a plant or an animal: "Hazelaar en Meidoorn", "Els, Berk". */
export function isAmongKinds(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !NATURE.has(token.small)) return false;
  return isNature(tokens, at, -1) || isNature(tokens, at, 1);
}

/** "Eekhoorn en Specht": whether a word, whatever it is, stands in an enumeration with a plant or an animal. */
export const isBesideKind = (
  tokens: readonly Token[],
  at: number,
  isKnown: (word: string) => boolean,
): boolean =>
  ([-1, 1] as const).some((step) => {
    if (!isNature(tokens, at, step)) return false;
    // "Klaver en Waterreus": two who were named.
    const joined = /^(?:en|of|noch|maar)$/.test(tokens[at + step]?.small ?? "");
    return !isKnown(tokens[at + (joined ? 2 : 1) * step]?.word ?? "");
  });

/** Whether the next word to that side of an enumeration is a plant. */
function isNature(tokens: readonly Token[], at: number, step: -1 | 1): boolean {
  const joined = (i: number) => {
    const token = tokens[i];
    return token !== undefined && (token.gap === ", " || besides(token));
  };
  const near = tokens[at + step];
  if (near === undefined || !joined(step > 0 ? at + 1 : at)) return false;
  if (!/^(?:en|of|of|noch|maar)$/.test(near.small))
    return NATURE.has(near.small) && (step > 0 ? near : tokens[at])?.gap === ", ";
  const far = tokens[at + 2 * step];
  return far !== undefined && joined(step > 0 ? at + 2 : at - 1) && NATURE.has(far.small);
}

/** "Klaver maakt", "Kievit meet", and not "Hulst groeit": a verb, of what plants and animals do not do. */
export const isDoneBySomebody = (small: string): boolean =>
  /^\p{Ll}{2,14}t$/u.test(small) &&
  !/^(?:groeit|bloeit|staat|broedt|ruikt|geurt|kost|smaakt|past|helpt|zit|vliegt|fluit|verspreidt|dat|dit|wat|het|met|uit|tot|niet|want|naast|gebraden|gesnoeid|geplant)$/.test(
    small,
  );

/** "Hazelaar is hij niet": of what somebody is, and not of who it is. */
export const isTurnedRound = (tokens: readonly Token[], verb: number): boolean => {
  const next = tokens[verb + 1];
  return (
    next !== undefined && besides(next) && /^(?:hij|zij|ze|het|er|ik|je|wij|we|u)$/.test(next.small)
  );
};

/** "Hij is Kuiper van beroep", "ik ben Bakker", "als Visser": what somebody is. */
export function isPredicate(tokens: readonly Token[], at: number): boolean {
  const [who, is, token, of, calling] = [-2, -1, 0, 1, 2].map((n) => tokens[at + n]);
  if (token === undefined) return false;
  if (of?.small === "van" && /^(?:beroep|huis|professie)$/.test(calling?.small ?? "")) return true;
  if (is === undefined || !besides(token) || !isKind(token.small)) return false;
  if (is.small === "als") return true;
  const being = /^(?:is|was|ben|wordt|werd|bent|blijft)$/.test(is.small);
  return being && /^(?:hij|zij|ze|ik|jij|je|u|die|wie)$/.test(who?.small ?? "");
}

/** "Steen en beton genoeg", "Koster en Dominee": a word of which the next in the enumeration is a thing or a calling. */
export function isJoinedToThing(tokens: readonly Token[], at: number): boolean {
  const [token, and, other] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined || and === undefined || other === undefined) return false;
  // "Kok, smid of dominee".
  const listed = token.opens && and.gap === ", " && and.word === and.small;
  if (listed && isKind(token.small) && (isKind(and.small) || isRole(and.small))) return true;
  if (!/^(?:en|of)$/.test(and.small) || !besides(and) || !besides(other)) return false;
  const named = tokens[at + 3];
  const whose = named?.capital === true && besides(named);
  if (isKind(token.small) && isRole(other.small) && !whose) return true;
  const thing = other.word === other.small && !isFunctionWord(other.word) && !isRole(other.small);
  return token.opens && thing;
}

/** "Marijke, onze printer", "Vlinders heet de groep": a thing that was given a name. */
const isNamedThing = (behind: string): boolean =>
  /^(?:, (?:onze|de|mijn|het|haar|zijn|hun|een)| heet (?:onze|de|het|mijn)| is (?:onze|ons|de|het|een|mijn)| \((?:onze|ons|de|het|een)) (?:[a-z]{3,12} ){0,2}(?:hulphond|geit|kater|ezel|veulen|veerpont|pont|portaal|platform|programmeertaal|module|tool|bot|zaaksysteem|huis|gebouw|pand|flat|hond|kat|poes|pony|paard|konijn|printer|bus|auto|robot|server|boot|schip|groep|klas|bestelbus|elektrische|koe|kip|geit|goudvis|hamster|papegaai|machine|zaal|app|chatbot|systeem|programma|pakket|methode|wijk|straat|halte|lijn|vogel|plant|boom|bloem|merk|zoekmachine|assistent|website)\b/.test(
    behind,
  );

const THINGS =
  /^(?:geit|kater|hulphond|koe|ezel|hamster|papegaai|kip|schaap|lam|veulen|merrie|hengst|pont|veerpont|veerboot|trein|bot|zoekmachine|taal|module|tool|platform|portaal|zaaksysteem|machine|wasmachine|rolstoel|tillift|robotstofzuiger|groep|klas|lokaal|zaal|kamer|hond|kat|poes|pony|paard|konijn|chatbot|robot|printer|server|systeem|programma|app|methode|boot|schip|koe|haan|storm|orkaan|musical|film|boek|voorstelling|halte|lijn|flat|perron|wijk|buurt|unit|woongroep|merk|type|model|lijst|perceel)$/;

/** "een Volvo die zij Bertha noemen", "een band die Tante Joke heet". */
function isNamedBySomebody(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at + 1]?.small ?? "";
  const who = tokens[at - 1]?.small ?? "";
  if (/^noem(?:en|t|de|den)$/.test(verb) && /^(?:die|dat)$/.test(tokens[at - 2]?.small ?? ""))
    return /^(?:zij|ze|we|wij|ik|hij|iedereen|men)$/.test(who);
  if (!/^hee(?:t|tte)$/.test(verb)) return false;
  for (let i = at - 1; i > at - 3; i--)
    if (/^(?:die|dat)$/.test(tokens[i]?.small ?? "")) {
      const what = tokens[i - 1]?.small ?? "";
      return THINGS.test(what) || /(?:band|koor|orkest|club|wagen|fiets|auto)$/.test(what);
    }
  return false;
}

const BETWEEN =
  /^(?:daar|graag|ook|samen|het|over|naar|nu|voor|uit|vooral|alleen|veel|liever|nog)$/;
const SELLS =
  /^(?:verkoopt|verkopen|verkocht|repareert|repareren|drinkt|drinken|eet|eten|rookt|koopt|kopen|verhuurt|gebruikt|gebruiken)$/;

/** "las daar Jip en Janneke, Dikkie Dik": what was read or seen. */
export function isTitleOfWork(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > at - 10 && i > 0; i--) {
    const [token, before] = [tokens[i], tokens[i - 1]];
    if (token === undefined || before === undefined) return false;
    const near = before.small;
    let verb = i - 1;
    while (verb > i - 4 && BETWEEN.test(tokens[verb]?.small ?? "")) verb--;
    const led = tokens[verb]?.small ?? "";
    if (besides(token) && /^(?:las|lazen|leest|gelezen|keek|keken)$/.test(led)) return true;
    // "verkoopt vooral Stella en Sparta".
    if (besides(token) && verb < i - 1 && SELLS.test(led)) return true;
    const played = /^(?:speelt|speelde|spelen|speelden)$/.test(led);
    if (besides(token) && played && isPlayed(tokens, i)) return true;
    if (!(token.gap === ", " || besides(token))) return false;
    if (!(before.capital || /^(?:en|of)$/.test(near))) return false;
  }
  return false;
}

/** "De toneelgroep speelt daar Mees Kees": by whom a piece is played. */
const isPlayed = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ small }) =>
      /(?:toneelgroep|toneelclub|theatergroep|koor|band|orkest|bioscoop|filmhuis)$/.test(small),
    );

/** Words with a capital that a text gives a thing for a name, unless they are what a person is called there too. */
export function thingNames(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (!token.capital) continue;
    if (isNamedBySomebody(tokens, i)) names.add(token.word);
    const before = tokens[i - 1];
    const led = before !== undefined && besides(token) && THINGS.test(before.small);
    const called =
      /^(?:heet|heette|wordt)$/.test(before?.small ?? "") &&
      THINGS.test(tokens[i - 2]?.small ?? "");
    if (led || called || isNamedThing(text.slice(token.end, token.end + 44))) names.add(token.word);
  }
  // "het type Henry. Henry en Hetty blijven in de kast."
  for (const [i, token] of tokens.entries()) {
    const [and, other] = [tokens[i + 1], tokens[i + 2]];
    if (other?.capital && and?.small === "en" && besides(and) && besides(other)) {
      if (names.has(token.word)) names.add(other.word);
      else if (token.capital && names.has(other.word)) names.add(token.word);
    }
  }
  return names;
}

const PRODUCTS =
  /^(?:merk|merken|type|types|typen|model|modellen|product|producten|pakket|pakketten|app|apps|programma's|applicaties|systemen|tools|methodes|methoden|automerken|medicijnen)$/;

/** "Welke merken: Sterling, Pride", "apps als Nubis en Toko": an enumeration of what is made or used. */
export function isAmongThings(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > Math.max(0, at - 12); i--) {
    const [token, before] = [tokens[i], tokens[i - 1]];
    if (token === undefined || before === undefined) return false;
    if (token.gap === ": " && PRODUCTS.test(before.small)) return true;
    if (/^(?:als|zoals)$/.test(before.small) && besides(token))
      return PRODUCTS.test(tokens[i - 2]?.small ?? "");
    const joined = token.gap === ", " || isAmpersand(token) || besides(token);
    if (!joined || !(before.capital || nameWord(before) || /^(?:en|of)$/.test(before.small)))
      return false;
  }
  return false;
}
