import type { Around } from "./around";
import { besides, type Token } from "./tokens";
import { isRole, SAYS } from "./words";

/** What says at one place that a name is an organisation's, with how much it says: 2 is enough, less than 0 says it is none. */
export type Sign = readonly [sign: string, weight: number];

/** Signs that say more when they come back: one place may be chance. */
export const COMES_BACK = /^(?:bij|door|van|met|does|about|asks)$/;

/** "aangemeld bij", "in zorg bij", "verwezen naar": what people do with whom they get help from. */
const WITH_FIRM =
  /^(?:werkt|werken|werkte|werkzaam|werk|baan|dienst|stage|aangemeld|aanmelden|aanmelding|zorg|ingekocht|inkopen|verwezen|doorverwezen|verwijzen|doorverwijzen|behandeling|hulp|ondersteuning|traject|contract|contracten|overeenkomst|ingehuurd|uitbesteed|gegund|overgenomen|fusie|gefuseerd|opdracht|hulpverlening|jeugdhulp|wachtlijst|cursus|opleiding|polis|verzekerd|lening|schuld|rekening|abonnement|bestellen|besteld|opvragen|opgevraagd|offerte|offertes|gekocht|huren|gehuurd)$/;
/** "medewerkers van", "de offerte van": what only an organisation has. */
const OF_FIRM =
  /^(?:medewerkers?|personeel|hulpverleners?|directeur|directrice|bestuurder|bestuur|kantoor|vestiging|vestigingen|wachtlijst|wachtlijsten|offerte|inschrijving|aanbod|aanbieding|tarief|tarieven|vertegenwoordiger|cliënten|website|klantenservice|bussen|busjes|voertuigen|werkwijze|onderaannemer|accountmanager|eigenaar|eigenaresse|oprichter|commissaris|woordvoerder|monteur|chauffeur|kok|helpdesk|planner|planning|receptie|hoofdkantoor|magazijn|bezorger|consultant|ontwikkelaar|taxi|taxi's|bus|busje|software|licenties?|machines?|pentest|audit|facturen|factuur|maaltijden|filiaal|transport|dienstverlening|abonnement|storingsdienst|tenderdesk|referenties?|contract|contracten|opzegging|faillissement|overname|rapport|rapportage|container|containers|vrachtwagens?|campagne|indicatie|aandelen|winst|omzet|wagens|auto's|deelauto's|scooters)$/;
/** "schoonmakers van", "monteurs van": who work somewhere, and not who live or learn there. */
const WORKERS = /^\p{Ll}{3,20}(?:aars|ers|eurs|isten|kundigen|mensen|artsen|coaches)$/u;
const NO_WORKERS =
  /^(?:ouders|bewoners|deelnemers|leerlingen|inwoners|kinderen|broers|buren|reizigers|kopers|spelers|verzorgers|gebruikers|huurders|eigenaars|ouderen|anderen|cijfers|nummers|letters|kamers|klinkers|leiders|foto's|klanten|mantelzorgers|vrijwilligers|opvolgers|voorgangers|begeleiders|kleuters|peuters|tieners|pubers|flyers|posters|papers|computers|containers|partners|beheerders|buitenlanders|nederlanders|lezers|kiezers|boeren|meesters)$/;
/** "stofzuigers van Numatic", "printers van": tools end as those who work do. */
const TOOLS =
  /(?:zuigers|maaiers|blazers|printers|scanners|meters|borden|lopers|dragers|trekkers|knippers|werpers|tellers|wassers|drogers|koelers|boilers|containers|computers|lezers|spelers|sproeiers|mixers|airfryers|vormers|branders|schakelaars|regelaars|filters|motors|masters|beamers)$/;
/** "machines van", "producten van": of who makes them as well as of who brings them. */
const GOODS = /^(?:apparatuur|producten|collectie|koffie|automaten|toiletten|wc's|hekken|tenten)$/;
const AREAS =
  /^(?:noord|zuid|oost|west|midden|noordoost|noordwest|zuidoost|zuidwest|nederland|centraal)$/;
const MADE_USE_OF =
  /^(?:ingeschakeld|ingezet|gecontracteerd|ingehuurd|overgenomen|failliet|gefuseerd|gegund|vervangen|gestopt|aanbieder|opdrachtnemer|vervoerder|leverancier|opdrachtgever|onderaannemer|inschrijver|penvoerder|marktleider)$/;
/** "naar Wevera verwezen": what is done with who asks for help. */
const SENT = /^(?:gestuurd|doorgestuurd|verwezen|doorverwezen|overgeplaatst)$/;
/** What firms do, and people seldom. */
const DOES =
  /^(?:levert|leverde|leveren|biedt|bood|exploiteert|factureert|verhuurt|plaatst|installeert|fuseert|beschikt|schrijft|werkt|rekent|vervoert|verzorgt|hanteert|rijdt|ontwikkelt|onderhoudt|repareert|offreert|won|wint|bezorgt|maait|snoeit|veegt|host|beheert|voert|adviseert|begeleidt|scoort|presteert|maakt|stopt|zamelt|ledigt)$/;
const OWNS =
  /^(?:wachtlijst|wachtlijsten|wachttijd|stop|cliëntenstop|opnamestop|contract|vestiging|vestigingen|locaties|personeelstekort|medewerkers|voertuigen|bussen|aanbod|vacatures|depot|monteurs|werkplaats|ontwerp|wagens|auto's|scooters)$/;
const HAD_BY_FIRM =
  /^(?:systeem|contract|aanbod|traject|trajecten|medewerkers?|personeel|team|bussen|busjes)$/;
/** "gereden door", "geleverd door": what is paid for; also behind it: "door Haldan vervangen". */
const DONE_BY_FIRM =
  /^(?:uitgevoerd|geleverd|verzorgd|onderhouden|beheerd|gebouwd|geplaatst|geïnstalleerd|gefactureerd|geëxploiteerd|gereden|schoongemaakt|gemaaid|gesnoeid|ontwikkeld|gehost|gecontracteerd|opgehaald|bezorgd|ingezameld|overgenomen|ingehuurd|aangeboden|gewonnen|gedraaid|geëvalueerd|onderzocht|begeleid|doorberekend|geleegd|gerepareerd)$/;
/** "krijgt een boete", "kreeg perceel 2". */
const PAID =
  /^(?:boete|korting|opdracht|malus|bonus|perceel|contract|gunning|ingebrekestelling|aanmaning|vergoeding)$/;
/** Right before a firm: "bureau Haldan", "corporatie Haldan". */
const KIND_OF_FIRM =
  /(?:bureau|aannemer|leverancier|vervoerder|cateraar|verzekeraar|corporatie|uitvoerder|opdrachtnemer|concurrent|accountant|netbeheerder|installateur|schoonmaker|hovenier|supermarkt|winkelketen|groothandel|aanbieder|marktpartij|bedrijf|combinant|exploitant|uitgever|producent|fabrikant|detacheerder|softwarehuis|koepel|verhuurder|stichting|vakbond|koper|opdrachtgever|initiatiefnemer)$/;
/** "Partijen als Haldan", "bedrijven zoals Haldan". */
const KINDS_OF_FIRM =
  /(?:partijen|aanbieders|bedrijven|firma's|leveranciers|bureaus|vervoerders|instellingen|organisaties|inschrijvers|aannemers|corporaties|verzekeraars)$/;
/** "inloggen in Haldan", "de app Haldan": of programs and things. */
const IN_PROGRAM =
  /^(?:staat|staan|stond|zet|zetten|verwerkt|verwerken|registreert|registreren|geregistreerd|inloggen|ingelogd|opgeslagen|vastgelegd|gepubliceerd|zien|vinden|gevonden|melding|meldingen|dossier|storing|koppeling|map|tabblad|scherm)$/;
const FAILS =
  /^(?:crasht|hapert|loopt vast|liep vast|draait op|is traag|werkt niet|versie|release|update)/;
const IN_PLACE = /^(?:in|te|uit|nabij|rond|rondom|richting|langs|op|tot|vanuit)$/;
const THING = /^(?:type|merk|app|versie|methode|programma|applicatie|model|pakket|systeem|tool)$/;

const FAMILY =
  /^(?:moeder|vader|mama|papa|oma|opa|tante|oom|zus|zusje|broer|broertje|zoon|dochter|neef|nicht|man|vrouw|partner|kind|jongen|meisje|vriend|vriendin|buurman|buurvrouw|familie|fam|gezin|heer|dame|weduwe|leerling|cliënt|bewoner|bewoonster|inwoner)$/;

/** What somebody does, before where: "caissière bij Haldan". */
const isCalling = (small: string): boolean =>
  isRole(small) ||
  /(?:ière|kundige|kracht|baantje|bijbaan|vrijwilliger|stagiaire?|commissaris|kok|bakker|slager|verkoper|verkoopster|receptioniste?|poetshulp|lasser|inpakker|inpakwerk)$/.test(
    small,
  );

/** "ArboNed", "Careflex": made of halves of words. */
const isMadeUp = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{1,9}(?:\p{Lu}\p{Ll}{1,9})$/u.test(word) ||
  /^\p{Lu}\p{Ll}{2,9}(?:com|tech|net|soft|care|flex|tax|fix|plus|ned|zorg|xion|ex|ix|ium|is|os|ance)$/u.test(
    word,
  );

/** Who can be a firm as well as somebody: "De architect, Haldan, …". */
export const isFirmRole = (small: string): boolean =>
  /^(?:architect|aanvrager|initiatiefnemer|ontwikkelaar|projectontwikkelaar|makelaar|notaris|adviseur|accountant|verhuurder|uitbater|exploitant|eigenaar)$/.test(
    small,
  );

/** Whether a name of somebody ends at `end`, with what they do for a living before it: "jobcoach Ellen Drost". */
function isWorkerBefore(
  tokens: readonly Token[],
  end: number,
  taken: (at: number) => boolean,
): boolean {
  for (let i = end; i > end - 6; i--) {
    if (taken(i)) continue;
    const small = tokens[i]?.small ?? "";
    return i < end && isRole(small) && !FAMILY.test(small);
  }
  return false;
}

/** The words around a name, in small letters; "" where they do not stand beside it. */
interface Near {
  from: number;
  to: number;
  /** Before it: "…, far led NAME". */
  led: string;
  far: string;
  /** Behind it: "NAME follows", and the words up to three further. */
  follows: string;
  soon: string[];
}

function nearOf(tokens: readonly Token[], from: number, to: number): Near {
  const first = tokens[from] as Token;
  const [two, one] = [tokens[from - 2], tokens[from - 1]];
  const after = tokens[to];
  const led = one !== undefined && besides(first) ? one.small : "";
  const far = one !== undefined && two !== undefined && besides(one) ? two.small : "";
  const follows = after !== undefined && besides(after) ? after.small : "";
  const soon = [1, 2, 3].map((n) => tokens[to + n]?.small ?? "");
  return { from, to, led, far, follows, soon };
}

/** What says at one place that the name from `from` to `to` is an organisation's. */
export function signsAt(
  around: Around,
  from: number,
  to: number,
  taken: (at: number) => boolean,
): Sign[] {
  const near = nearOf(around.tokens, from, to);
  return [
    ...before(around, near),
    ...behind(around, near),
    ...against(around, near),
    ...besidePeople(around, near, taken),
  ];
}

function before({ text, tokens }: Around, near: Near): Sign[] {
  const { from, to, led, far, soon, follows } = near;
  const signs: Sign[] = [];
  const first = tokens[from] as Token;
  // "werkt met Horizon" is of a method, "werkt samen met Haldan" of a firm.
  const method = led === "met" && /^(?:werk|werkt|werken|werkte|gewerkt)$/.test(far);
  if (/^(?:bij|naar|via|door|met|aan|tot)$/.test(led) && WITH_FIRM.test(far) && !method)
    signs.push(["with", 2]);
  const workers = WORKERS.test(far) && !NO_WORKERS.test(far) && !TOOLS.test(far);
  if (led === "van" && (OF_FIRM.test(far) || workers)) signs.push(["of", 2]);
  if (led === "van" && GOODS.test(far)) signs.push(["goods", 1]);
  // "meldde haar aan bij Haldan", "Bij Haldan is de wachttijd negen maanden".
  const registers = [3, 4, 5].some((n) =>
    /^meld(?:t|de|en|den)?$/.test(tokens[from - n]?.small ?? ""),
  );
  if (led === "bij" && far === "aan" && registers) signs.push(["with", 2]);
  if (led === "bij" && soon.some((one) => /^wacht(?:tijd|tijden|lijst|lijsten)$/.test(one)))
    signs.push(["owns", 2]);
  // "van Haldan naar Wevera gestuurd".
  if (led === "van" && follows === "naar" && soon.some((one) => SENT.test(one)))
    signs.push(["sent", 2]);
  if (led === "naar" && SENT.test(follows)) signs.push(["sent", 2]);
  // "werkt in ploegen bij Wevera".
  if (/^(?:bij|voor)$/.test(led)) {
    for (let i = from - 2; i > from - 6; i--)
      if (
        /^(?:werkt|werkte|werken|reed|rijdt|rijden|gereden|volgt|volgde)$/.test(
          tokens[i]?.small ?? "",
        )
      )
        signs.push(["work", 2]);
  }
  // "Namens Wevera: …".
  const end = tokens[to - 1]?.end ?? 0;
  if (led === "namens" && tokens[from - 1]?.opens && /^\s?:/.test(text.slice(end, end + 2)))
    signs.push(["speaks", 2]);
  if (led === "bij" && isCalling(far)) signs.push(["job", 2]);
  if (/^(?:bij|door)$/.test(led)) signs.push([led, 1]);
  if (/^(?:bij|door|namens)$/.test(led) && isMadeUp(first.word)) signs.push(["made-up", 1]);
  if (led === "namens" || led === "via") signs.push([led, 1]);
  if (
    led === "door" &&
    [far, follows, soon[0] ?? "", soon[1] ?? ""].some((one) => DONE_BY_FIRM.test(one))
  )
    signs.push(["done", 2]);
  if (led === "met" && /^(?:gesprek|gesprekken|overleg|afspraken|zaken|contact)$/.test(far))
    signs.push(["met", 1]);
  if (led === "over" && /^(?:klacht|klachten|ontevreden|tevreden|klagen|klaagt)$/.test(far))
    signs.push(["about", 1]);
  if (
    led === "van" &&
    /^(?:onderzoek|ontwerp|meting|metingen|cijfers|doorlichting|benchmark|\p{L}{4,}(?:nota|rapport|onderzoek|studie|meting|scan))$/u.test(
      far,
    )
  )
    signs.push(["made", 2]);
  if (led === "van" && /^(?:advies|plan|voorstel|idee|brief)$/.test(far)) signs.push(["van", 1]);
  if (led === "bij" && /^(?:huren|kopen|bestellen|lenen|lease|leasen)$/.test(follows))
    signs.push(["shop", 2]);
  if (/^(?:als|zoals)$/.test(led) && KINDS_OF_FIRM.test(far)) signs.push(["kinds", 2]);
  else if (/^(?:bijvoorbeeld|zoals)$/.test(led)) signs.push(["such", 1]);
  if (/^(?:won|wint|betalen|betaalden|gunnen|inhuren|contracteren)$/.test(led))
    signs.push(["won", 2]);
  // "bureau Haldan", "De aanvrager, Haldan, …", "Aannemer is Haldan".
  const kind =
    KIND_OF_FIRM.test(led) || (/^(?:is|wordt|was|blijft)$/.test(led) && KIND_OF_FIRM.test(far));
  const named = tokens[from - 1]?.small ?? "";
  const apposed =
    first.gap === ", " && text[end] === "," && (KIND_OF_FIRM.test(named) || isFirmRole(named));
  // "vijf partijen: Haldan, Wevera": the first of a list; the rest follows from it.
  const joined = tokens[to]?.gap === ", " || (follows === "en" && tokens[to + 1]?.capital);
  const listed =
    first.gap === ": " && (KINDS_OF_FIRM.test(named) || (joined && isAnnounced(tokens, from)));
  const bracketed = first.gap === " (" && (KIND_OF_FIRM.test(named) || isFirmRole(named));
  if (kind || apposed || listed || bracketed) signs.push(["kind", 2]);
  if (/^(?:het|de|een)$/.test(led) && HAD_BY_FIRM.test(follows)) signs.push(["had", 2]);
  return signs;
}

/** "Drie firma's lieten iets zien: Haldan, …": what is listed behind the colon. */
function isAnnounced(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 9 && i >= 0; i--) {
    const token = tokens[i] as Token;
    if (KINDS_OF_FIRM.test(token.small)) return true;
    if (token.opens) return false;
  }
  return false;
}

function behind({ text, tokens }: Around, { from, to, follows, soon }: Near): Sign[] {
  const signs: Sign[] = [];
  const first = tokens[from] as Token;
  // "Liftservice Noord".
  const last = tokens[to - 1]?.small ?? "";
  if (/\p{L}(?:service|juristen|techniek|bouw|taxi)$/u.test(first.small) && AREAS.test(last))
    signs.push(["area", 2]);
  if (/^(?:krijgt|kreeg|betaalt|ontvangt|verliest|verloor)$/.test(follows)) {
    if (soon.slice(0, 2).some((one) => PAID.test(one))) signs.push(["paid", 2]);
  }
  if (follows === "in" && soon[0] === "gebreke") signs.push(["paid", 2]);
  // "Sinds Haldan door Wevera is vervangen".
  if (follows === "door" && soon.some((one) => /^(?:vervangen|overgenomen|opgevolgd)$/.test(one)))
    signs.push(["used", 2]);
  if (/^(?:is|was|kan|kunnen|wordt|werd|moet)$/.test(follows)) {
    if (soon.some((one) => MADE_USE_OF.test(one))) signs.push(["used", 2]);
    if (soon[0] === "verantwoordelijk") signs.push(["duty", 1]);
  }
  if (DOES.test(follows)) signs.push(["does", 1]);
  if (/^(?:heeft|had|kent)$/.test(follows) && soon.some((one) => OWNS.test(one)))
    signs.push(["owns", 2]);
  const end = tokens[to - 1]?.end ?? 0;
  if (/^-(?:medewerker|chauffeur|bus|systeem)/.test(text.slice(end, end + 12)))
    signs.push(["joined", 2]);
  return signs;
}

/** What says that it is a place, a program or a thing. */
function against({ text, tokens }: Around, { to, led, far }: Near): Sign[] {
  const signs: Sign[] = [];
  if (/^(?:in|op|uit|met)$/.test(led) && IN_PROGRAM.test(far)) signs.push(["program", -2]);
  if (IN_PLACE.test(led)) signs.push(["place", -2]);
  if (THING.test(led)) signs.push(["thing", -2]);
  const end = tokens[to - 1]?.end ?? 0;
  if (FAILS.test(text.slice(end + 1, end + 12))) signs.push(["fails", -2]);
  return signs;
}

function besidePeople(
  { text, tokens, tender }: Around,
  near: Near,
  taken: (at: number) => boolean,
): Sign[] {
  const { from, to, led, follows } = near;
  const first = tokens[from] as Token;
  const signs: Sign[] = [];
  // "Pieternel Jansonius van Haldan", "de jobcoach, Ellen Drost (Haldan)".
  if (led === "van" && isWorkerBefore(tokens, from - 2, taken)) signs.push(["whose", 2]);
  if (first.gap === " (" && isWorkerBefore(tokens, from - 1, taken)) signs.push(["works", 2]);
  // "Claudia Weijers – accountmanager Haldan".
  const gap = tokens[from - 1]?.gap ?? "";
  if (isRole(led) && / [-–(]{1,2} ?$/.test(gap) && taken(from - 2)) signs.push(["role", 2]);
  // "Tjeerd Wiersma (Paalwerk)": for whom somebody is there, or where they live.
  if (first.gap === " (" && /^\)/.test(tokens[to]?.gap ?? ")") && taken(from - 1))
    signs.push(["for", tender ? 2 : 1]);
  // "- Tesfay Haile, VluchtelingenWerk".
  const line = /^\s{0,3}\n/.test(
    text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 4),
  );
  if (first.gap === ", " && line && taken(from - 1))
    signs.push(["for", isMadeUp(first.word) ? 2 : 1]);
  // "Aziz el Ghazaoui van Haldan vroeg …", where firms ask.
  if (tender && led === "van" && taken(from - 2) && SAYS.has(follows)) signs.push(["whose", 2]);
  // "Vraag 1 (Haldan)".
  if (tender && first.gap === " (" && /^\d{1,3}$/.test(tokens[from - 1]?.word ?? ""))
    signs.push(["asks", 1]);
  return signs;
}
