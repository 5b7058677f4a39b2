import type { Target } from "@/domain/coverage/model";

/**
 * Every address of the application, once: the folder of each page below `app/` with the parameters
 * it understands, one way to write an address (`addresses`) and one way to read what was asked
 * (`textOf` and the others). Pure: pages, actions and components in the browser all use it.
 */

/** The parameters: what they are called in code, and in the address. */
export const PARAMETERS = {
  action: "handeling",
  added: "toegevoegd",
  already: "al",
  attempt: "poging",
  moved: "anders",
  anyway: "toch",
  bar: "zeker",
  beside: "naast",
  changed: "gewijzigd",
  chapter: "hoofdstuk",
  choose: "kies",
  column: "kolom",
  columns: "kolommen",
  coded: "erbij",
  confirmed: "bevestigd",
  consultation: "consultatie",
  coreValue: "kernwaarde",
  count: "aantal",
  dismissed: "weggelaten",
  dossier: "dossier",
  edition: "editie",
  failed: "fout",
  from: "van",
  group: "groep",
  jump: "spring",
  kind: "soort",
  known: "bekend",
  language: "taal",
  link: "koppel",
  list: "lijst",
  made: "nieuw",
  message: "melding",
  names: "namen",
  next: "verder",
  order: "volgorde",
  ordering: "ordenen",
  outcome: "uitkomst",
  page: "pagina",
  passage: "passage",
  person: "wie",
  place: "plaats",
  position: "standpunt",
  reaction: "reactie",
  reference: "nummer",
  replyTo: "antwoord",
  requirement: "eis",
  rule: "regel",
  search: "zoek",
  sector: "sector",
  segment: "blok",
  severity: "ernst",
  show: "toon",
  since: "vanaf",
  sort: "sorteer",
  source: "bron",
  statement: "stelling",
  statementPage: "stellingpagina",
  to: "naar",
  trace: "herkomst",
  undo: "terug",
  until: "tot",
  version: "versie",
  via: "via",
  without: "zonder",
} as const;
export type Parameter = keyof typeof PARAMETERS;

interface Route<Path extends string = string, Name extends Parameter = Parameter> {
  /** Its folder; `[x]` stands for an id. */
  readonly path: Path;
  readonly parameters: readonly Name[];
}

function route<Path extends string, Name extends Parameter = never>(
  path: Path,
  ...parameters: Name[]
): Route<Path, Name> {
  return { path, parameters };
}

/** The pages outside a dossier. */
export const SITE = {
  home: route("", "sort", "order", "page"),
  signIn: route("aanmelden", "next", "message"),
  signInAtProvider: route("aanmelden/organisatie"),
  fromProvider: route("api/auth/callback/oidc"),
  signInLink: route("aanmelden/[token]"),
  sendAgain: route("aanmelden/opnieuw"),
  /** Where one types the code of a letter. */
  enterCode: route("inbreng"),
  /** Of a dossier, of an online consultation, or of one who reacts: by its code. */
  stakeholderPage: route("inbreng/[code]"),
  reactStatement: route("inbreng/[code]/stelling/[n]", "from"),
  reactAll: route("inbreng/[code]/alles"),
  reactCheck: route("inbreng/[code]/klopt"),
  reactGroup: route("inbreng/[code]/groep"),
  reactLater: route("inbreng/[code]/later"),
  reactOthers: route("inbreng/[code]/anderen", "message", "page"),
  reactFlag: route("inbreng/[code]/melden", "reaction"),
  reactLog: route("inbreng/[code]/nagekeken", "page"),
  reactOwn: route("inbreng/[code]/mijn"),
  reactFile: route("inbreng/[code]/bestand/[n]", "failed"),
  reactSendFile: route("inbreng/[code]/bestand/[n]/insturen"),
  reactPicture: route("inbreng/[code]/afbeelding/[picture]"),
  reactPrivacy: route("inbreng/[code]/privacy"),
  reactReceipt: route("inbreng/[code]/ontvangen", "failed", "message"),
  /** Which stelling is on the screen in a room. */
  reactScreen: route("inbreng/[code]/scherm"),
  reactSend: route("inbreng/[code]/insturen"),
  reactWithdraw: route("inbreng/[code]/intrekken"),
  correction: route("correctie/[link]", "segment", "page"),
  newDossier: route("dossiers/nieuw"),
  accounts: route("beheer/gebruikers", "search", "page"),
  addAccount: route("beheer/gebruikers/toevoegen"),
  account: route("beheer/gebruikers/[account]"),
  mail: route("beheer/mail", "page"),
  declarations: route("beheer/verklaringen"),
  managedDossiers: route("beheer/dossiers", "page"),
  managedDossier: route("beheer/dossiers/[dossier]", "page", "changed"),
  removeSource: route("beheer/dossiers/[dossier]/bronnen/[source]"),
  auditLog: route(
    "beheer/logboek",
    ...(["dossier", "action", "person", "since", "until", "page"] as const),
  ),
  auditFile: route(
    "beheer/logboek/logboek.csv",
    ...(["dossier", "action", "person", "since", "until"] as const),
  ),
  auditHeads: route("beheer/logboek/standen.json"),
  preferences: route("voorkeuren"),
  /** The pages of published editions, which write the rest of their addresses themselves (`editions/rules/site`). */
  published: route("openbaar/[dossier]/[[...path]]"),
  /** Where anybody checks an edition; of one that was published, its kenmerk is known there. */
  verify: route("controleren", "dossier", "edition"),
  /** What the organisation declares, linked from every page. */
  accessibility: route("toegankelijkheid"),
  privacy: route("privacy"),
  help: route("hulp"),
  helpPage: route("hulp/[page]"),
  health: route("api/health"),
  /** For the edge alone: the words of a refusal, by its status. */
  refusal: route("geweigerd/[status]"),
};

/** Where the pages of a dossier stand. */
export const DOSSIER_PATH = "dossiers/[dossier]";

/** The pages and files of a dossier, below `DOSSIER_PATH`. */
export const DOSSIER = {
  overview: route(""),
  search: route("zoeken", "search", "kind", "page", "jump"),
  settings: route("instellingen", "message"),
  log: route("logboek", ...(["action", "person", "since", "until", "page"] as const)),
  logFile: route("logboek/logboek.csv", ...(["action", "person", "since", "until"] as const)),

  sources: route("bronnen", ...(["show", "sector", "search", "sort", "page"] as const)),
  addSource: route("bronnen/toevoegen", "failed", "count"),
  columns: route("bronnen/toevoegen/[upload]/kolommen"),
  sendSource: route("bronnen/opsturen"),
  personalData: route(
    "bronnen/persoonsgegevens",
    ...(["show", "search", "source", "person", "page", "place", "choose", "kind"] as const),
  ),
  source: route(
    "bronnen/[source]",
    ...(["search", "page", "passage", "from", "until", "known", "version"] as const),
  ),
  sourceVersions: route("bronnen/[source]/versies", "message", "page"),
  newVersion: route("bronnen/[source]/versies/nieuw", "failed"),
  sendVersion: route("bronnen/[source]/versies/opsturen"),
  versionChanges: route("bronnen/[source]/versies/[n]"),
  corrections: route("bronnen/[source]/correctie", "page"),
  attendees: route("bronnen/[source]/correctie/aanwezigen"),
  places: route("bronnen/[source]/nalopen", "passage"),
  printSource: route("bronnen/[source]/afdrukken", "from", "until", "version"),
  original: route("bronnen/[source]/origineel"),
  destroyOriginal: route("bronnen/[source]/vernietigen"),
  wordsTrace: route("bronnen/[source]/herkomst", "from", "until", "page", "version"),
  parts: route("bronnen/[source]/splitsen"),
  part: route("bronnen/[source]/splitsen/[n]", "show", "bar", "page", "segment", "confirmed"),
  confirmPart: route("bronnen/[source]/splitsen/[n]/bevestigen", "page"),
  reopenPart: route("bronnen/[source]/splitsen/[n]/heropenen"),
  takeIn: route("bronnen/[source]/splitsen/[n]/meenemen", "segment"),

  consultations: route("consultaties", "page"),
  addConsultation: route("consultaties/toevoegen"),
  consultation: route("consultaties/[consultation]"),
  changeConsultation: route("consultaties/[consultation]/wijzigen"),
  online: route("consultaties/[consultation]/online"),
  setOnline: route("consultaties/[consultation]/online/instellen"),
  invitations: route(
    "consultaties/[consultation]/online/uitnodigingen",
    ...(["search", "show", "page", "added", "already", "moved", "message", "count"] as const),
  ),
  addInvitations: route("consultaties/[consultation]/online/uitnodigingen/toevoegen"),
  sendInvitations: route(
    "consultaties/[consultation]/online/uitnodigingen/versturen",
    "choose",
    "kind",
  ),
  withdrawInvitations: route(
    "consultaties/[consultation]/online/uitnodigingen/intrekken",
    "choose",
  ),
  letters: route("consultaties/[consultation]/online/uitnodigingen/brieven.pdf", "language"),
  previewOnline: route("consultaties/[consultation]/online/voorbeeld", "page"),
  onRequest: route("consultaties/[consultation]/online/op-verzoek"),
  thank: route("consultaties/[consultation]/online/sluiten"),
  follow: route("consultaties/[consultation]/online/volgen"),
  followLive: route("consultaties/[consultation]/online/volgen/stroom"),
  room: route("consultaties/[consultation]/online/zaal"),
  projector: route("consultaties/[consultation]/online/zaal/scherm"),
  report: route("consultaties/[consultation]/online/zaal/verslag.docx"),
  moderation: route(
    "consultaties/[consultation]/online/nakijken",
    ...(["show", "page", "reaction", "beside", "reference"] as const),
    ...(["undo", "action", "count", "message"] as const),
  ),
  moderationList: route("consultaties/[consultation]/online/nakijken/lijst", "page"),
  moderationLog: route("consultaties/[consultation]/online/nakijken/logboek", "page"),
  statementPicture: route("consultaties/[consultation]/online/afbeelding/[statement]", "failed"),
  sendPicture: route("consultaties/[consultation]/online/afbeelding/[statement]/opsturen"),
  picture: route("consultaties/[consultation]/online/afbeeldingen/[picture]"),

  statements: route(
    "stellingen",
    ...(["search", "consultation", "group", "statement", "kind", "position", "without"] as const),
    ...(["outcome", "order", "page", "statementPage", "choose", "changed", "dismissed"] as const),
  ),
  addStatement: route("stellingen/toevoegen", "consultation"),
  statement: route("stellingen/[statement]", "kind", "page", "added", "made", "undo"),
  changeStatement: route("stellingen/[statement]/wijzigen"),

  addReaction: route("reacties/toevoegen", "replyTo", "statement", "consultation"),
  changeReactions: route("reacties/wijzigen", "reaction"),
  reaction: route("reacties/[reaction]", "added", "made", "message", "beside", "action"),
  recutReaction: route("reacties/[reaction]/indelen"),
  divideReaction: route("reacties/[reaction]/splitsen"),
  reactionFile: route("reacties/[reaction]/bestand"),

  coreValues: route("kernwaarden", "order", "page"),
  code: route("kernwaarden/coderen", "search", "reaction", "passage"),
  coreValue: route("kernwaarden/[coreValue]", "page", "made", "coded", "already", "message"),
  changeCoreValue: route("kernwaarden/[coreValue]/wijzigen", "from"),

  specification: route(
    "pve",
    ...([
      "chapter",
      "requirement",
      "ordering",
      "search",
      "kind",
      "trace",
      "page",
      "message",
    ] as const),
  ),
  findings: route("pve/bevindingen", ...(["severity", "rule", "show", "page", "undo"] as const)),
  matrix: route(
    "pve/herkomstmatrix",
    ...(["columns", "chapter", "show", "page", "requirement", "column"] as const),
  ),
  matrixSheet: route("pve/herkomstmatrix/matrix.xlsx"),
  table: route(
    "pve/tabel",
    ...([
      ...(["chapter", "kind", "show", "trace", "severity", "search"] as const),
      ...(["sort", "order", "page", "choose", "message", "requirement", "column"] as const),
    ] as const),
  ),
  changeTable: route("pve/tabel/wijzigen", "requirement"),
  tableChange: route("pve/tabel/wijziging/[change]", "page", "message", "count"),
  reviewing: route(
    "pve/nakijken",
    ...(["requirement", "page", "message", "count", "undo"] as const),
  ),
  chapters: route("pve/hoofdstukken", "chapter", "message", "count"),
  addRequirement: route("pve/toevoegen", "chapter", "coreValue", "reaction", "passage"),
  requirement: route("pve/[requirement]", "message", "link", "undo"),
  changeRequirement: route("pve/[requirement]/wijzigen", "from"),
  versions: route("pve/[requirement]/versies", "from", "to"),
  trace: route("pve/[requirement]/herkomst", "via", "page"),
  requirementData: route("pve/[requirement]/eis.json"),

  accountability: route("verantwoording", "list", "consultation", "group", "page"),
  answering: route(
    "verantwoording/afwegen",
    ...(["show", "outcome", "reaction", "search", "changed", "message", "page"] as const),
  ),
  publication: route("publicatie", "message", "names", "reference"),
  release: route("publicatie/toch"),
  adopt: route("publicatie/vaststellen", "attempt"),
  edition: route("publicatie/edities/[edition]", "message"),
  editionChanges: route("publicatie/edities/[edition]/wijzigingen", "from", "kind", "page"),
  editionFile: route("publicatie/edities/[edition]/editie.json"),
  paper: route("publicatie/edities/[edition]/documenten/[file]"),
  word: route("publicatie/pve.docx", "names", "anyway"),
};

/** What a parameter can hold; undefined and "" are left out, of a list each has its own place. */
type Value = string | number | readonly string[] | undefined;

/** What to ask of a page. */
type Asked<Name extends Parameter> = [Name] extends [never]
  ? Record<string, never>
  : { readonly [name in Name]?: Value };

type Ids<Path> = Path extends `${string}[${string}]${infer Rest}`
  ? [id: string | number, ...Ids<Rest>]
  : [];

/** Gives an address: the ids in it, then what is asked, then the part of the page (without `#`). */
type Write<R> =
  R extends Route<infer Path, infer Name>
    ? (...to: [...ids: Ids<Path>, query?: Asked<Name>, part?: string]) => string
    : never;

/** What of a path is filled in: an id, or all that follows. */
const PART = /\[\[\.\.\.\w+\]\]|\[\w+\]/g;

function writer({ path, parameters }: Route, base: string) {
  const count = path.match(PART)?.length ?? 0;
  return (...to: unknown[]): string => {
    const ids = to.slice(0, count);
    const query = (to[count] ?? {}) as Partial<Record<Parameter, Value>>;
    const part = to[count + 1];
    const pairs = parameters.flatMap((name) =>
      [query[name] ?? []]
        .flat()
        .filter((value) => value !== "")
        .map((value) => [PARAMETERS[name], String(value)]),
    );
    const filled = path.replace(PART, (part) => {
      const id = String(ids.shift());
      // A rest of an address has parts of its own.
      return part.startsWith("[[")
        ? id.split("/").map(encodeURIComponent).join("/")
        : encodeURIComponent(id);
    });
    const whole = [base, filled].filter(Boolean).join("/").replace(/\/$/, "");
    const asked = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
    return `/${whole}${asked}${part ? `#${part}` : ""}`;
  };
}

function writers<Routes extends Record<string, Route>>(routes: Routes, base: string) {
  return Object.fromEntries(
    Object.entries(routes).map(([name, one]) => [name, writer(one, base)]),
  ) as { [name in keyof Routes]: Write<Routes[name]> };
}

/** The addresses within a dossier. */
function dossier(slug: string) {
  const to = writers(DOSSIER, DOSSIER_PATH.replace("[dossier]", encodeURIComponent(slug)));
  /** A chapter where it stands in the document. */
  const chapter = (id: string) => to.specification({ chapter: id }, id);
  return {
    ...to,
    chapter,
    /** Quoted words where they stand in their source. */
    quote: (sourceId: string, at: Asked<"passage" | "from" | "until" | "search" | "version">) =>
      to.source(sourceId, at, "citaat"),
    /** A requirement where it stands in the document. */
    inDocument: (code: string, query: Asked<"message"> = {}) =>
      to.specification({ requirement: code, ...query }, code),
    /** The page of a thing on the way from what was said to what is asked. */
    thing: (kind: "statement" | "reaction" | "coreValue" | "requirement", id: string) =>
      to[kind](id),
    /** Where a rule leads to. */
    target: (target: Target): string => {
      switch (target.page) {
        case "statement":
        case "coreValue":
          return to[target.page](target.id);
        case "chapter":
          return chapter(target.id);
        case "part":
          return to.part(target.sourceId, target.n);
        case "reactions":
          return to.statements({
            consultation: target.consultationId,
            statement: target.statementId ?? undefined,
          });
        case "gaps":
          return to.accountability({ list: target.list });
        default:
          return to[target.page]();
      }
    },
  };
}

/** Writes every address: `addresses.home()`, `addresses.dossier(slug).reaction(id)`. */
export const addresses = { ...writers(SITE, ""), dossier };

/** Below this stands all that is for who reacts without an account: as far as their cookies go. */
export const REACTING_FOLDER = `/${SITE.stakeholderPage.path.split("/")[0]}`;

/** The query of an address, as Next hands it to a page. */
export type Query = Record<string, string | string[] | undefined>;

/** One value, trimmed and bounded; of several the first, "" when it is not there. */
export function textOf(query: Query, name: Parameter): string {
  // A NUL cannot be stored or searched for: PostgreSQL refuses it.
  return ([query[PARAMETERS[name]]].flat()[0] ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
}

/** A value that must be one of these; undefined when it is another or not there. */
export function oneOf<T extends string>(
  query: Query,
  name: Parameter,
  values: readonly T[],
): T | undefined {
  const text = textOf(query, name);
  return values.find((value) => value === text);
}

/** The number of a page, from 1; what is no number is the first page. */
export function pageOf(query: Query, name: Parameter = "page"): number {
  return Math.max(1, wholeOf(query, name) ?? 1);
}

/** A whole number from 0; null when there is none. */
export function wholeOf(query: Query, name: Parameter): number | null {
  return wholeNumber(textOf(query, name));
}

/** A whole number from 0, in digits that fit the database's integers; null for anything else. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids a parameter holds, each once; what is no id is left out. */
export function idsOf(query: Query, name: Parameter): string[] {
  const values = [query[PARAMETERS[name]] ?? []].flat();
  return [...new Set(values)].filter((value) => UUID.test(value));
}
