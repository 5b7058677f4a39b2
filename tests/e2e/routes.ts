import type { Anybody, Place, World } from "./world";

/** What a visitor gets: a status, or the way to the sign-in page. */
export type Answer = number | "signIn";
type Answers = Record<Anybody, Answer>;

/** The work in a dossier: authors and reviewers read it; for outsiders it does not exist. */
const READING: Answers = {
  author: 200,
  reviewer: 200,
  stakeholder: 403,
  stranger: 404,
  administrator: 404,
  nobody: "signIn",
};
/** A page that is there to write something: of no use to a reviewer. */
const WRITING: Answers = { ...READING, reviewer: 403 };
/** A file that a program may fetch too: no page to sign in on. */
const DOWNLOAD: Answers = { ...READING, nobody: 401 };
const TO_FORM: Answers = {
  author: 303,
  reviewer: 303,
  stakeholder: 303,
  stranger: 303,
  administrator: 303,
  nobody: 303,
};
/** A page with somebody's own words: who is not known there is led to the beginning. */
const TO_BEGINNING: Answers = {
  author: 307,
  reviewer: 307,
  stakeholder: 307,
  stranger: 307,
  administrator: 307,
  nobody: 307,
};
const TO_SIGN_IN: Answers = {
  author: "signIn",
  reviewer: "signIn",
  stakeholder: "signIn",
  stranger: "signIn",
  administrator: "signIn",
  nobody: "signIn",
};
const OPEN: Answers = {
  author: 200,
  reviewer: 200,
  stakeholder: 200,
  stranger: 200,
  administrator: 200,
  nobody: 200,
};
/** Who works here, in whatever dossier. */
const STAFF: Answers = { ...OPEN, stakeholder: 403, nobody: "signIn" };
/** Only for the edge, which asks for its words: to a visitor it does not exist. */
const NOBODY: Answers = {
  author: 404,
  reviewer: 404,
  stakeholder: 404,
  stranger: 404,
  administrator: 404,
  nobody: 404,
};
const ADMINISTRATION: Answers = {
  author: 403,
  reviewer: 403,
  stakeholder: 403,
  stranger: 403,
  administrator: 200,
  nobody: "signIn",
};

export interface Route {
  /** The file in `app/` that answers; its `[parts]` are filled in from the world. */
  file: string;
  /** Name of its picture. */
  name: string;
  answers: Answers;
  /** What follows the address when it is nothing without it. */
  query?: (place: Place) => string;
  /** More faces of the same page. */
  also?: (place: Place) => string[];
  /** Minutes that are still to be split: there are none in the example. */
  in?: "work";
  /** What on it is to be read, on a page with many tools that need a script. */
  words?: string;
  /** A page that lists things, so it must say something when there are none. */
  list?: true;
}

const DOSSIER = "app/dossiers/[dossier]";
const PUBLISHED = "openbaar";

const open = (file: string, name: string, more: Partial<Route> = {}): Route => {
  return { file: `app/${file}`, name, answers: OPEN, ...more };
};
const administration = (file: string, name: string): Route => {
  return { file: `app/beheer/${file}/page.tsx`, name, answers: ADMINISTRATION };
};
const reading = (file: string, name: string, more: Partial<Route> = {}): Route => {
  const path = [DOSSIER, file, "page.tsx"].filter(Boolean).join("/");
  return { file: path, name, answers: READING, ...more };
};
const writing = (file: string, name: string, more: Partial<Route> = {}): Route => {
  return { ...reading(file, name, more), answers: WRITING };
};
const download = (file: string, name: string, answers = DOWNLOAD): Route => {
  return { file: `${DOSSIER}/${file}/route.ts`, name, answers };
};

/**
 * Every address the product answers. A test fails when a page or route of `app/` is not here, and
 * asks each of these through the eyes of everybody.
 */
export const ROUTES: Route[] = [
  open("page.tsx", "start"),
  open("aanmelden/page.tsx", "aanmelden"),
  open("aanmelden/[token]/page.tsx", "aanmelden-met-link"),
  // Only takes what is sent; who opens its address is led to the sign-in page.
  { file: "app/aanmelden/opnieuw/route.ts", name: "opnieuw-versturen", answers: TO_SIGN_IN },
  // Without a provider both lead to the sign-in page.
  { file: "app/aanmelden/organisatie/route.ts", name: "organisatie", answers: TO_SIGN_IN },
  { file: "app/api/auth/callback/oidc/route.ts", name: "van-organisatie", answers: TO_SIGN_IN },
  open("inbreng/page.tsx", "code-typen"),
  open("inbreng/[code]/page.tsx", "inbreng"),
  // Of an online consultation. With somebody's own words they are walked through in reacting.spec.ts.
  open("inbreng/[code]/privacy/page.tsx", "reageren-privacy"),
  open("inbreng/[code]/anderen/page.tsx", "reageren-anderen"),
  open("inbreng/[code]/nagekeken/page.tsx", "reageren-nagekeken"),
  {
    // Without the reaction that is meant it leads to those of others.
    file: "app/inbreng/[code]/melden/page.tsx",
    name: "reageren-melden",
    answers: TO_BEGINNING,
  },
  ...[
    "stelling/[n]",
    "bestand/[n]",
    "alles",
    "klopt",
    "groep",
    "later",
    "mijn",
    "ontvangen",
    "intrekken",
  ].map(
    (page): Route => ({
      file: `app/inbreng/[code]/${page}/page.tsx`,
      name: `reageren-${page.split("/")[0]}`,
      answers: TO_BEGINNING,
    }),
  ),
  {
    file: "app/inbreng/[code]/afbeelding/[picture]/route.ts",
    name: "reageren-beeld",
    answers: OPEN,
  },
  { file: "app/inbreng/[code]/scherm/route.ts", name: "reageren-scherm", answers: OPEN },
  // Only takes what is sent; who opens its address is led to the beginning.
  { file: "app/inbreng/[code]/insturen/route.ts", name: "reageren-insturen", answers: TO_FORM },
  {
    file: "app/inbreng/[code]/bestand/[n]/insturen/route.ts",
    name: "reageren-bestand-opsturen",
    answers: TO_FORM,
  },
  open("correctie/[link]/page.tsx", "correctie", { also: () => ["?blok=2"] }),
  // A published edition; its pages are walked through in published.spec.ts.
  open("openbaar/[dossier]/[[...path]]/route.ts", PUBLISHED),
  open("controleren/page.tsx", "controleren"),
  open("toegankelijkheid/page.tsx", "toegankelijkheid"),
  open("privacy/page.tsx", "privacy"),
  open("hulp/page.tsx", "hulp"),
  open("hulp/[page]/page.tsx", "hulp-scherm"),
  open("api/health/route.ts", "health"),
  { file: "app/geweigerd/[status]/page.tsx", name: "geweigerd", answers: NOBODY },
  administration("gebruikers", "gebruikers"),
  administration("gebruikers/toevoegen", "gebruiker-toevoegen"),
  administration("gebruikers/[account]", "gebruiker"),
  administration("mail", "mail"),
  administration("verklaringen", "verklaringen"),
  administration("dossiers", "dossiers-beheren"),
  administration("dossiers/[dossier]", "dossier-beheren"),
  administration("dossiers/[dossier]/bronnen/[source]", "bron-verwijderen"),
  administration("logboek", "logboek"),
  {
    file: "app/beheer/logboek/logboek.csv/route.ts",
    name: "logboek-csv",
    answers: { ...ADMINISTRATION, nobody: 401 },
  },
  {
    file: "app/beheer/logboek/standen.json/route.ts",
    name: "logboek-standen",
    answers: { ...ADMINISTRATION, nobody: 401 },
  },
  { file: "app/voorkeuren/page.tsx", name: "voorkeuren", answers: { ...OPEN, nobody: "signIn" } },
  { file: "app/dossiers/nieuw/page.tsx", name: "dossier-nieuw", answers: STAFF },
  reading("", "overzicht", { list: true }),
  reading("instellingen", "instellingen", { list: true }),
  reading("logboek", "dossier-logboek", { list: true, also: () => ["?wie=Niemand"] }),

  download("logboek/logboek.csv", "dossier-logboek-csv"),

  reading("bronnen", "bronnen", {
    list: true,
    also: () => [
      "?toon=wacht",
      "?sector=PO",
      "?zoek=rit",
      "?zoek=komtnergensvoor",
      "?sorteer=titel",
    ],
  }),
  writing("bronnen/toevoegen", "bron-toevoegen"),
  writing("bronnen/toevoegen/[upload]/kolommen", "kolommen"),
  // Only takes what is sent; who opens its address is led to the form, which asks who that is.
  download("bronnen/opsturen", "bron-opsturen", TO_FORM),
  writing("bronnen/persoonsgegevens", "persoonsgegevens", {
    list: true,
    also: () => [
      "?toon=alles",
      "?toon=vervangen",
      "?zoek=komtnergensvoor",
      "?kies=ja",
      "?kies=ja&soort=contact",
      "?kies=onzeker",
    ],
  }),
  reading("bronnen/[source]", "bron", {
    also: ({ passage }) => [
      `?passage=${passage}`,
      "?van=3&tot=40",
      "?zoek=rit",
      "?zoek=rit&van=3&tot=40",
    ],
  }),
  reading("bronnen/[source]/afdrukken", "bron-afdrukken", { also: () => ["?van=3&tot=5"] }),
  // Nothing can be replaced in a file: it is for who may see names.
  download("bronnen/[source]/origineel", "bron-origineel", WRITING),
  reading("bronnen/[source]/herkomst", "bron-herkomst", {
    query: ({ passageStart, passageEnd }) => `?van=${passageStart}&tot=${passageEnd}`,
    also: () => ["?van=3&tot=40", ""],
  }),
  writing("bronnen/[source]/vernietigen", "origineel-vernietigen"),
  reading("bronnen/[source]/versies", "bron-versies"),
  writing("bronnen/[source]/versies/nieuw", "bron-versie-nieuw"),
  download("bronnen/[source]/versies/opsturen", "bron-versie-opsturen", TO_FORM),
  reading("bronnen/[source]/versies/[n]", "bron-versie"),
  reading("bronnen/[source]/correctie", "bron-correctie"),
  reading("bronnen/[source]/correctie/aanwezigen", "bron-aanwezigen"),
  reading("bronnen/[source]/nalopen", "bron-nalopen"),
  reading("bronnen/[source]/splitsen", "splitsen", { also: () => [] }),
  reading("bronnen/[source]/splitsen/[n]", "splitsen-werkbank", {
    in: "work",
    words: "[role=grid] :is([id$=-label], [id$=-state], [id$=-words])",
  }),
  writing("bronnen/[source]/splitsen/[n]/bevestigen", "splitsen-bevestigen", { in: "work" }),
  writing("bronnen/[source]/splitsen/[n]/heropenen", "splitsen-heropenen"),
  writing("bronnen/[source]/splitsen/[n]/meenemen", "splitsen-meenemen", {
    query: ({ leftOut }) => `?blok=${leftOut}`,
  }),
  reading("consultaties", "consultaties", { list: true }),
  writing("consultaties/toevoegen", "consultatie-toevoegen"),
  reading("consultaties/[consultation]", "consultatie"),
  writing("consultaties/[consultation]/wijzigen", "consultatie-wijzigen"),
  reading("consultaties/[consultation]/online", "consultatie-online"),
  reading("consultaties/[consultation]/online/volgen", "consultatie-online-volgen"),
  download(
    "consultaties/[consultation]/online/volgen/stroom",
    "consultatie-online-volgen-stroom",
    // A line, for who asks for one (tests/process/following.test.ts).
    { ...DOWNLOAD, author: 406, reviewer: 406 },
  ),
  writing("consultaties/[consultation]/online/zaal", "consultatie-online-zaal"),
  // A screen without a meeting says little; that it is kept up to date a script says.
  reading("consultaties/[consultation]/online/zaal/scherm", "consultatie-online-zaal-scherm", {
    words: "main :is(h1, h2)",
  }),
  download(
    "consultaties/[consultation]/online/zaal/verslag.docx",
    "consultatie-online-zaal-verslag",
  ),
  writing("consultaties/[consultation]/online/sluiten", "consultatie-online-sluiten"),
  writing("consultaties/[consultation]/online/op-verzoek", "consultatie-online-op-verzoek"),
  writing("consultaties/[consultation]/online/nakijken", "consultatie-online-nakijken", {
    also: () => ["?toon=geplaatst", "?toon=niet-geplaatst"],
  }),
  writing("consultaties/[consultation]/online/nakijken/lijst", "consultatie-online-nakijken-lijst"),
  reading(
    "consultaties/[consultation]/online/nakijken/logboek",
    "consultatie-online-nakijken-logboek",
  ),
  writing("consultaties/[consultation]/online/instellen", "consultatie-online-instellen"),
  reading("consultaties/[consultation]/online/voorbeeld", "consultatie-online-voorbeeld", {
    also: () => ["?pagina=2", "?pagina=9"],
  }),
  writing(
    "consultaties/[consultation]/online/afbeelding/[statement]",
    "consultatie-online-afbeelding",
  ),
  download(
    "consultaties/[consultation]/online/afbeelding/[statement]/opsturen",
    "consultatie-online-afbeelding-opsturen",
    TO_FORM,
  ),
  download(
    "consultaties/[consultation]/online/afbeeldingen/[picture]",
    "consultatie-online-beeld",
    READING,
  ),
  ...[
    ["", "uitnodigingen"],
    ["/toevoegen", "uitnodigingen-toevoegen"],
    ["/versturen", "uitnodigingen-versturen"],
    ["/intrekken", "uitnodigingen-intrekken"],
  ].map(([page, name]) =>
    writing(
      `consultaties/[consultation]/online/uitnodigingen${page}`,
      `consultatie-online-${name}`,
    ),
  ),
  // Only takes what a form sends.
  {
    file: `${DOSSIER}/consultaties/[consultation]/online/uitnodigingen/brieven.pdf/route.ts`,
    name: "consultatie-online-brieven",
    answers: TO_FORM,
  },

  reading("stellingen", "stellingen", {
    list: true,
    also: ({ consultation, group, statement }) => [
      `?consultatie=${consultation}`,
      `?groep=${group}`,
      "?soort=vraag",
      `?stelling=${statement}`,
      "?zoek=chauffeurs",
      "?zoek=komtnergensvoor",
      "?pagina=2",
    ],
  }),
  writing("stellingen/toevoegen", "stelling-toevoegen"),
  reading("stellingen/[statement]", "stelling"),
  writing("stellingen/[statement]/wijzigen", "stelling-wijzigen"),
  writing("reacties/toevoegen", "reactie-toevoegen"),
  writing("reacties/wijzigen", "reacties-wijzigen", {
    query: ({ reaction }) => `?reactie=${reaction}`,
  }),
  reading("reacties/[reaction]", "reactie"),
  writing("reacties/[reaction]/indelen", "reactie-indelen"),
  writing("reacties/[reaction]/splitsen", "reactie-splitsen"),
  // No reaction of the example has one; tried in files.spec.ts.
  download("reacties/[reaction]/bestand", "reactie-bestand", {
    ...WRITING,
    author: 404,
  }),

  reading("kernwaarden", "kernwaarden", { list: true }),
  writing("kernwaarden/coderen", "kernwaarde-coderen", {
    query: ({ reaction }) => `?reactie=${reaction}`,
    also: ({ passage }) => [`?passage=${passage}`],
  }),
  reading("kernwaarden/[coreValue]", "kernwaarde"),
  writing("kernwaarden/[coreValue]/wijzigen", "kernwaarde-wijzigen"),

  reading("pve", "pve", {
    list: true,
    also: ({ chapter }) => [
      `?hoofdstuk=${chapter}`,
      "?soort=mandatory",
      "?herkomst=zonder",
      "?zoek=chauffeur",
      `?hoofdstuk=${chapter}&ordenen=ja`,
      "?eis=E-2.1",
    ],
  }),
  reading("pve/bevindingen", "bevindingen", {
    list: true,
    also: () => ["?ernst=fout", "?regel=hardWord", "?toon=velden", "?toon=genegeerd"],
  }),
  reading("pve/herkomstmatrix", "herkomstmatrix", {
    list: true,
    also: ({ chapter }) => [
      "?kolommen=stellingen",
      "?kolommen=groepen",
      "?kolommen=consultaties",
      "?toon=gaten",
      `?hoofdstuk=${chapter}`,
    ],
  }),
  download("pve/herkomstmatrix/matrix.xlsx", "herkomstmatrix-excel"),
  reading("pve/tabel", "pve-tabel", {
    list: true,
    also: ({ chapter, requirement }) => [
      `?hoofdstuk=${chapter}`,
      "?soort=mandatory&toon=concept",
      "?herkomst=zonder",
      "?ernst=alle",
      "?zoek=chauffeur",
      "?sorteer=herkomst&volgorde=af",
      "?sorteer=akkoord",
      `?eis=${requirement}&kolom=evidence`,
    ],
  }),
  writing("pve/tabel/wijzigen", "pve-tabel-wijzigen", {
    also: ({ requirement }) => [`?eis=${requirement}`],
  }),
  writing("pve/tabel/wijziging/[change]", "pve-tabel-wijziging"),
  reading("pve/nakijken", "nakijken", {
    list: true,
    also: ({ requirement }) => [`?eis=${requirement}`],
  }),
  reading("pve/hoofdstukken", "pve-hoofdstukken", {
    list: true,
    also: ({ chapter }) => [`?hoofdstuk=${chapter}`],
  }),
  writing("pve/toevoegen", "eis-toevoegen", {
    also: ({ chapter, coreValue, reaction, passage }) => [
      `?hoofdstuk=${chapter}&kernwaarde=${coreValue}`,
      `?reactie=${reaction}&passage=${passage}`,
    ],
  }),
  reading("pve/[requirement]", "eis", { also: () => ["?koppel=chauffeur"] }),
  writing("pve/[requirement]/wijzigen", "eis-wijzigen", { also: () => ["?van=1"] }),
  reading("pve/[requirement]/versies", "eis-versies"),
  reading("pve/[requirement]/herkomst", "eis-herkomst"),
  download("pve/[requirement]/eis.json", "eis-gegevens"),

  reading("verantwoording", "verantwoording", {
    list: true,
    also: () => [
      "?lijst=eisen-zonder-herkomst",
      "?lijst=reacties-zonder-gebruik",
      "?lijst=reacties-niet-gecodeerd",
      "?lijst=reacties-zonder-afweging",
    ],
  }),
  reading("verantwoording/afwegen", "verantwoording-afwegen", {
    list: true,
    also: ({ reaction }) => [
      `?reactie=${reaction}`,
      `?toon=alles&reactie=${reaction}&zoek=chauffeur`,
      "?toon=voorstel",
      "?toon=vragen",
      "?uitkomst=niet-overgenomen",
      "?melding=niet-teruggenomen",
    ],
  }),
  reading("zoeken", "zoeken", {
    list: true,
    also: () => ["?zoek=chauffeur", "?zoek=komtnergensvoor", "?zoek=%22%3B"],
  }),
  reading("publicatie", "publicatie", {
    list: true,
    also: () => [
      "?melding=opmaak",
      "?melding=mislukt&nummer=1a2b3c4d&namen=ja",
      "?melding=persoonsgegevens",
      "?melding=overgeslagen",
      "?melding=teruggedraaid",
      "?melding=niet-teruggedraaid",
    ],
  }),
  // In the example somebody answered for what is open.
  writing("publicatie/toch", "publicatie-toch", { in: "work" }),
  download("publicatie/pve.docx", "pve-word"),
  reading("publicatie/vaststellen", "editie-vaststellen"),
  reading("publicatie/edities/[edition]", "editie", {
    also: () => ["?melding=vastgesteld", "?melding=gepubliceerd", "?melding=ingetrokken"],
  }),
  reading("publicatie/edities/[edition]/wijzigingen", "editie-wijzigingen", {
    also: () => ["?soort=kernwaarden", "?soort=reacties"],
  }),
  download("publicatie/edities/[edition]/editie.json", "editie-bestand"),
  download("publicatie/edities/[edition]/documenten/[file]", "editie-document"),
];

/** The dossier that a route is asked in. */
export function placeOf(route: Route, world: World): Place {
  return route.in === "work" ? world.work : world.example;
}

/** The address of a route, in a dossier. */
export function addressIn(route: Route, place: Place, world: World): string {
  const parts: Record<string, string> = {
    dossier: isPublished(route) ? world.published.slug : place.slug,
    source: place.source,
    upload: place.upload,
    change: place.change,
    n: "1",
    consultation: route.name.startsWith("consultatie-online") ? place.online : place.consultation,
    statement: route.name.startsWith("consultatie-online") ? place.explained : place.statement,
    picture: place.picture,
    reaction: place.reaction,
    coreValue: place.coreValue,
    requirement: place.requirement,
    edition: place.edition,
    file: "pve.docx",
    account: world.account,
    status: "403",
    page: "werkbank",
    code: route.name.startsWith("reageren") ? world.onlineCode : world.stakeholderCode,
    link: world.example.correctionLink,
    token: new URL(world.links.stranger[1]).pathname.split("/").at(-1) ?? "",
  };
  const path = route.file
    .replace(/^app/, "")
    .replace(/\/(page\.tsx|route\.ts)$/, "")
    .replace(/\[\[\.\.\.path\]\]/, `editie-${world.published.number}`)
    .replace(/\[(\w+)\]/g, (whole, part: string) => parts[part] ?? whole);
  return `${path || "/"}${route.query?.(place) ?? ""}`;
}

/** Stands outside `proxy.ts`, and has the policy of the edge. */
export const isOutside = (route: Route) =>
  /^(bron-(versie-)?|consultatie-online-afbeelding-|reageren-bestand-)opsturen$|^reactie-bestand$|^openbaar$/.test(
    route.name,
  );
/** For anybody: what stands between may keep it too, and asks whether it still is so. */
export const isPublished = (route: Route) => route.name === PUBLISHED;
/** The bytes of a picture, which a browser may keep: another picture has another address. */
export const isPicture = (route: Route) => route.file.endsWith("[picture]/route.ts");
export const isPage = (route: Route) =>
  route.file.endsWith("/page.tsx") && Object.values(route.answers).includes(200);
/** Its address has an id of something in a dossier, for who is in that. Where only files are sent it shows nothing. */
export const namesThing = (route: Route) =>
  route.answers !== ADMINISTRATION &&
  // Only a form is answered there; who may not send it is tried with the command.
  route.answers !== TO_FORM &&
  route.name !== "reactie-bestand" &&
  /\[(source|consultation|statement|reaction|coreValue|requirement)\]/.test(route.file);

/** Who looks at a page when its looks are tested: whoever it was made for. */
export function readerOf(route: Route): Anybody {
  if (route.answers === ADMINISTRATION) return "administrator";
  const signedOut = [
    "app/aanmelden",
    "app/inbreng",
    "app/correctie",
    "app/hulp",
    "app/controleren",
    "app/toegankelijkheid",
    "app/privacy",
  ];
  return signedOut.some((folder) => route.file.startsWith(folder)) ? "nobody" : "author";
}
