import { DOSSIER, DOSSIER_PATH, SITE } from "@/components/addresses";

type Page = keyof typeof SITE | keyof typeof DOSSIER;

interface TopicOf {
  /** Its place in the address. */
  slug: string;
  group: "start" | "dossier" | "administration";
  /** The screens it explains, as `components/addresses.ts` calls them. */
  pages: readonly Page[];
}

const topic = (
  slug: string,
  pages: readonly Page[],
  group: TopicOf["group"] = "dossier",
): TopicOf => ({ slug, group, pages });

/** What the help explains, in the order of the work: a short page per screen, or per few that belong together. */
export const TOPICS = {
  start: topic("mijn-dossiers", ["home", "newDossier"], "start"),
  overview: topic("overzicht", ["overview"]),
  settings: topic("instellingen-en-leden", ["settings"]),
  sources: topic("bronnen", ["sources"]),
  addSource: topic("bronnen-toevoegen", ["addSource"]),
  columns: topic("kolommen", ["columns"]),
  workbench: topic("werkbank", ["parts", "part"]),
  confirm: topic("bevestigen", ["confirmPart", "reopenPart", "takeIn"]),
  reader: topic("bron-lezen", [
    ...(["source", "printSource", "wordsTrace", "destroyOriginal"] as const),
    ...(["sourceVersions", "newVersion", "versionChanges", "places"] as const),
  ]),
  personalData: topic("persoonsgegevens", ["personalData"]),
  corrections: topic("correctie-door-aanwezigen", ["corrections", "attendees"]),
  consultations: topic("consultaties", [
    ...(["consultations", "addConsultation", "consultation", "changeConsultation"] as const),
    ...(["online", "setOnline", "previewOnline", "statementPicture", "onRequest"] as const),
  ]),
  following: topic("volgen", ["follow", "thank"]),
  room: topic("in-de-zaal", ["room", "projector"]),
  moderation: topic("reacties-nakijken", [
    ...(["moderation", "moderationList", "moderationLog", "divideReaction"] as const),
  ]),
  invitations: topic("uitnodigen", [
    ...(["invitations", "addInvitations", "sendInvitations", "withdrawInvitations"] as const),
  ]),
  statements: topic("stellingen-en-reacties", [
    ...(["statements", "addStatement", "statement", "changeStatement"] as const),
    ...(["addReaction", "changeReactions", "reaction", "recutReaction"] as const),
  ]),
  coreValues: topic("kernwaarden", ["coreValues", "coreValue", "changeCoreValue"]),
  code: topic("kernwaarde-koppelen", ["code"]),
  specification: topic("programma-van-eisen", ["specification", "chapters"]),
  findings: topic("bevindingen", ["findings"]),
  table: topic("tabel", ["table", "changeTable", "tableChange"]),
  matrix: topic("herkomstmatrix", ["matrix"]),
  review: topic("nakijken", ["reviewing"]),
  requirement: topic("eis", ["addRequirement", "requirement", "changeRequirement", "versions"]),
  trace: topic("herkomst", ["trace"]),
  accountability: topic("verantwoording", ["accountability"]),
  answering: topic("reacties-beantwoorden", ["answering"]),
  publication: topic("publicatie", [
    ...(["publication", "release", "adopt", "edition", "editionChanges", "verify"] as const),
  ]),
  search: topic("zoeken", ["search"]),
  log: topic("logboek", ["log", "auditLog"]),
  accounts: topic("gebruikers", ["accounts", "addAccount", "account"], "administration"),
  mail: topic("mail", ["mail"], "administration"),
  declarations: topic("verklaringen", ["declarations"], "administration"),
  management: topic(
    "alle-dossiers",
    ["managedDossiers", "managedDossier", "removeSource"],
    "administration",
  ),
} satisfies Record<string, TopicOf>;

export type Topic = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];

/** The topic at an address of the help; undefined when there is none. */
export function topicOfSlug(slug: string): Topic | undefined {
  return TOPIC_NAMES.find((name) => TOPICS[name].slug === slug);
}

const pathOf = (page: Page): string =>
  page in DOSSIER
    ? `${DOSSIER_PATH}/${DOSSIER[page as keyof typeof DOSSIER].path}`
    : SITE[page as keyof typeof SITE].path;

const wordsOf = (path: string): string[] => path.split("/").filter(Boolean);
const ids = (words: readonly string[]) => words.filter((word) => word.startsWith("[")).length;

/** "bronnen/toevoegen" goes before "bronnen/[source]", which fits it too. */
const SCREENS = TOPIC_NAMES.flatMap((name) =>
  TOPICS[name].pages.map((page) => ({ name, words: wordsOf(pathOf(page)) })),
).sort((a, b) => ids(a.words) - ids(b.words));

/** The topic that explains the screen at a path; undefined when nothing does. */
export function topicAt(path: string): Topic | undefined {
  const at = wordsOf(path);
  return SCREENS.find(
    ({ words }) =>
      words.length === at.length &&
      words.every((word, i) => word.startsWith("[") || word === at[i]),
  )?.name;
}
