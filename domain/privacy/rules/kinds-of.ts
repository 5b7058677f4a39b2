import { besides, type Token } from "./tokens";

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

/** "Marijke, onze printer", "Vlinders heet de groep": a thing that was given a name. */
const isNamedThing = (behind: string): boolean =>
  /^(?:, (?:onze|de|mijn|het|haar|zijn|hun|een)| heet (?:onze|de|het|mijn)| is (?:onze|ons|de|het|een|mijn)| \((?:onze|ons|de|het|een)) (?:[a-z]{3,12} ){0,2}(?:hulphond|geit|kater|ezel|veulen|veerpont|pont|portaal|platform|programmeertaal|module|tool|bot|zaaksysteem|huis|gebouw|pand|flat|hond|kat|poes|pony|paard|konijn|printer|bus|auto|robot|server|boot|schip|groep|klas|bestelbus|elektrische|koe|kip|geit|goudvis|hamster|papegaai|machine|zaal|app|chatbot|systeem|programma|pakket|methode|wijk|straat|halte|lijn|vogel|plant|boom|bloem|merk|zoekmachine|assistent|website)\b/.test(
    behind,
  );

const THINGS =
  /^(?:geit|kater|hulphond|koe|ezel|hamster|papegaai|kip|schaap|lam|veulen|merrie|hengst|pont|veerpont|veerboot|trein|bot|zoekmachine|taal|module|tool|platform|portaal|zaaksysteem|machine|wasmachine|rolstoel|tillift|robotstofzuiger|groep|klas|lokaal|zaal|kamer|hond|kat|poes|pony|paard|konijn|chatbot|robot|printer|server|systeem|programma|app|methode|boot|schip|koe|haan|storm|orkaan|musical|film|boek|voorstelling|halte|lijn|flat|perron|wijk|buurt|unit|woongroep|merk|type|model|lijst|perceel)$/;

/** Words with a capital that a text gives a thing for a name, unless they are what a person is called there too. */
export function thingNames(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (!token.capital) continue;
    const before = tokens[i - 1];
    const led = before !== undefined && besides(token) && THINGS.test(before.small);
    const called =
      /^(?:heet|heette|wordt)$/.test(before?.small ?? "") &&
      THINGS.test(tokens[i - 2]?.small ?? "");
    if (led || called || isNamedThing(text.slice(token.end, token.end + 44))) names.add(token.word);
  }
  return names;
}
