import path from "node:path";

/**
 * How the product is laid out, as a table, and what is said of a file that is not. Read by
 * `tests/unit/structure.test.ts`; CONTRIBUTING.md says the same in words.
 */
export const TREE = {
  /** In this order: a feature leans only on itself and on those before it. */
  features: [
    // What everything leans on. `text`, `anchoring`, `privacy`, `proposal`, `consensus` and `checking` are pure.
    "kernel",
    "text",
    "anchoring",
    "privacy",
    "proposal",
    "consensus",
    "checking",
    // Through which others read: every gate needs it.
    "redaction",
    // Owners of tables. Whoever has something to say to people sends mail.
    "mail",
    "declarations",
    "accounts",
    "dossiers",
    // Whoever adds to what is open outside asks it first.
    "personal-data",
    "groups",
    "planning",
    "consultations",
    "sources",
    "corrections",
    "statements",
    "reactions",
    "bulk",
    "uploads",
    "splitting",
    // Takes away what those before it own.
    "removal",
    "participation",
    "moderation",
    "invitations",
    "core-values",
    "requirements",
    // What is answered to each reaction, and in which requirements it went.
    "dispositions",
    "findings",
    // Who looks over what is written, and approves it.
    "review",
    // Readings of what others own.
    "trace",
    "coverage",
    "overview",
    "search",
    "publication",
    "matrix",
    // The requirements as rows, changed many at a time.
    "table",
    // What was adopted: frozen, and read by anybody.
    "editions",
    // What is made of it to read on paper.
    "papers",
    // A meeting about an online consultation, with notes and a report on paper.
    "room",
    "audit",
    "jobs",
  ] as readonly string[],
  /** Rooms of `components/` that are no feature. */
  rooms: ["ui", "shell", "help", "editor"] as readonly string[],
  /** What stands beside the features under another name, and why. */
  messages: {
    app: "the name of the product",
    cli: "the terminal",
    editor: "components/editor",
    errors: "what every feature may say",
    help: "components/help",
    home: "the first page",
    kinds: "the words of db/vocabulary.ts",
    navigation: "components/shell",
    shell: "components/shell",
    ui: "components/ui",
  } as Record<string, string>,
  schema: {
    columns: "columns that many tables have",
    guards: "db/guards.ts",
    index: "all tables",
    submissions: "db/submissions.ts",
  } as Record<string, string>,
  factories: {
    "answer-files": "files with reactions, of participation",
    people: "accounts, and what they are in a dossier",
    pictures: "pictures with explanations, of statements",
  } as Record<string, string>,
  tests: {
    "after-confirming": "what may change of stellingen and reactions once minutes were confirmed",
    apart: "domain/kernel/apart.ts, with real processes",
    "audit-contents": "what the audit says of every command",
    bench: "tests/bench",
    borders: "what must not cross from one dossier or document into another",
    carrying: "which words carry a requirement",
    cli: "the terminal",
    database: "db/",
    dutch: "db/search.ts: the order of every list, and what a search finds in it",
    duplicates: "reactions that say the same: moderation, and who answers them together",
    drafts: "what is being written in the document, of requirements",
    adopting: "an edition that is adopted in the background, of editions",
    "edition-changes": "two editions beside each other, of editions",
    deciding: "what others read of whom the minutes name",
    "dossier-settings": "the settings page: dossiers, groups and planning together",
    faults: "what a fault says in the log",
    following:
      "what comes in online and how it is heard of: participation, kernel/live.ts, app/_lib/live.ts",
    leaving: "names in what others read, however they are written",
    parts: "what was sent online, in parts that count in its place",
    "latest-position": "what is counted online against what happened, replayed from the events",
    numbers: "every number against the definition, in random dossiers",
    originals: "keeping and destroying originals: sources and jobs",
    published: "the pages of an edition for anybody, of editions",
    readiness: "whether a dossier can be published, of publication",
    reading: "receiving a file and reading it: sources and jobs",
    "rich-text": "what may be saved, on the page and in Word",
    refusals: "everybody at every door",
    "source-list": "the list of sources and the reader, by their numbers",
    "answer-files": "files with reactions: participation",
    pictures: "pictures with explanations: statements, and who sees them in participation",
    "on-request": "what is kept of who asks for it, of participation",
    "outcome-mails": "who is told that an edition answers them: editions and invitations",
    outside: "who is named outside a dossier, and what is added to what is open",
    provider: "sign-in at a provider, by what it says",
    roles: "db/roles.ts, on a real server",
    "sign-in": "a link to sign in by mail: accounts, jobs and mail",
    submissions: "command.submit and what makes an act one",
    versions: "corrected texts: versions of a source, and where its passages stand in them",
    suggestions: "which kernwaarden words resemble, of core-values",
  } as Record<string, string>,
};

/** The words for files in a feature; a word can be a folder of files by meaning too. */
const WORDS = [
  "model", // types and zod schemas; pure
  "rules", // decisions; pure
  "policy", // who may do what; pure
  "gate", // makes scopes
  "rows", // find or throw, lock, insert, in a transaction: what other features may write by
  "queries", // reads
  "commands", // writes
  "jobs", // work in the background
  "task", // what a process of its own does
  "formats", // what such a process reads files of a kind with: bytes to text
  "render", // data to bytes
];
const PURE_WORDS = ["model", "rules", "policy"];
/** Features with files of their own making, all pure or all below the features. */
const OWN_FILES = ["kernel", "text", "anchoring", "proposal", "jobs"];
/** What of the kernel is pure. */
const PURE_KERNEL = ["dates", "errors", "fields", "layer", "paging", "scope", "submission"];

/** Who writes each table, and who else may, with the reason. */
const OWNERS: Record<string, string | readonly string[]> = {
  account: "accounts",
  mail: "mail",
  declaration: "declarations",
  signInLink: "accounts",
  signInRequest: "accounts",
  identity: "accounts",
  dossier: "dossiers",
  dossierMember: "dossiers",
  dossierCounter: "dossiers",
  stakeholderGroup: "groups",
  milestone: "planning",
  consultation: "consultations",
  source: "sources",
  sourceFile: "sources",
  sourceVersion: "sources",
  sourceBlock: "sources",
  sourceRevision: "sources",
  passageLocation: "sources",
  personalSubject: "personal-data",
  personalForm: "personal-data",
  personalFind: "personal-data",
  personalSearch: "personal-data",
  personalRelease: "personal-data",
  correctionRound: "corrections",
  attendee: "corrections",
  correction: "corrections",
  upload: "uploads",
  passage: "sources",
  // Reading a file fills the workbench in the same transaction as the text it is about.
  sourcePart: ["splitting", "sources"],
  segment: ["splitting", "sources"],
  // A source that is removed takes with it what was done to split it.
  splittingStep: ["splitting", "sources"],
  statement: "statements",
  statementOccurrence: "statements",
  statementPlace: "statements",
  explanationPicture: "statements",
  reaction: "reactions",
  onlineConsultation: "participation",
  consultationAddress: "participation",
  participant: "participation",
  draftAnswer: "participation",
  answerFile: "participation",
  answer: "participation",
  moderation: "moderation",
  flag: "moderation",
  sameVerdict: "moderation",
  invitation: "invitations",
  roomMeeting: "room",
  roomNote: "room",
  bulkRow: "bulk",
  columnMapping: "bulk",
  coreValue: "core-values",
  coreValueVersion: "core-values",
  coding: "core-values",
  chapter: "requirements",
  requirement: "requirements",
  requirementVersion: "requirements",
  requirementDraft: "requirements",
  requirementLink: "requirements",
  carryingWord: "requirements",
  disposition: "dispositions",
  dispositionVersion: "dispositions",
  dispositionRequirement: "dispositions",
  ignoredFinding: "findings",
  changeSet: "table",
  passedOver: "publication",
  reviewStep: "review",
  edition: "editions",
  editionPart: "editions",
  editionAct: "editions",
  editionComparison: "editions",
  adoption: "editions",
  // By the database itself, or below the features.
  passageReaction: "db",
  submission: "db",
  audit: "db",
  appliedGuards: "db",
};

/** Features with a gate. */
const GATES = ["accounts", "dossiers", "corrections", "participation", "editions"];

/** What of the database everybody may name: words and no data. */
const PURE_DATABASE = ["db/vocabulary", "db/name-key", "db/canonical"];

/** What of the database the edges may name, and what for. */
const EDGE_DATABASE: Record<string, readonly string[]> = {
  "db/vocabulary": [],
  "db/canonical": [],
  "db/hash": [],
  "db/errors": [],
  // Opening, closing and asking whether it is there.
  "db/client": ["app/_lib/startup.ts", "app/_lib/shutdown.ts", "app/api/health/route.ts", "cli/"],
};

/** Exported by queries and commands without being one, and why. */
const NO_QUERY: Record<string, string> = {
  "domain/accounts/queries.ts actorOfSession": "it says who somebody is; a scope comes after",
  "domain/accounts/queries.ts accountOfSignInLink": "the secret in the link is the proof",
  "domain/accounts/commands.ts signInFromProvider": "what the provider signed is the proof",
  "domain/accounts/commands.ts requestSignInLink":
    "anybody may ask; whether it helps is not answered",
  "domain/accounts/commands.ts redeemSignInLink": "the secret in the link is the proof",
  "domain/declarations/queries.ts declarations": "anybody reads what is declared",
  "domain/dossiers/queries.ts listMyDossiers": "it takes the person: one's own dossiers only",
  "domain/requirements/queries/versions.ts versionOf": "the same inside a transaction",
  "domain/requirements/queries/versions.ts idFromAddress": "reads no data",
  "domain/reactions/queries/search.ts codedWith": "a piece of SQL for queries of this feature",
  "domain/audit/commands.ts logToLeave": "searches between queries",
  "domain/audit/queries/list.ts closedRows": "how rows are read, for queries of this feature",
  "domain/audit/queries/list.ts chosenBy": "a piece of SQL for queries of this feature",
  "domain/sources/queries/blocks.ts pageOfBlock": "reads no data",
  "domain/sources/commands/import.ts importSource": "receives and reads, each a command",
  "domain/sources/commands/read.ts readSource": "reads between two commands",
  "domain/sources/commands/read.ts giveUpReading": "a command with its reason",
  "domain/bulk/commands/import.ts spreadsheetFacts": "reads a file that is handed in, and no data",
  "domain/bulk/commands/import.ts spreadsheetHere": "reads a file that is handed in, and no data",
  "domain/bulk/commands/import.ts checkSpreadsheet": "reads a file that is handed in, and no data",
  "domain/bulk/commands/import.ts importReactions": "reads between a query and a command",
  "domain/uploads/commands/receive.ts receiveUpload": "starts, fills and finishes, each a command",
  "domain/uploads/commands/reactions.ts addReactionsOf": "a command with its reason",
  "domain/uploads/commands/inspect.ts inspectDraft": "reads between commands",
  "domain/uploads/commands/inspect.ts giveUpInspecting": "a command with its reason",
  "domain/sources/commands/read.ts failureOf": "what an error means, for who reads drafts too",
  "domain/sources/commands/revise.ts readRevision": "reads between two commands",
  "domain/sources/commands/revise.ts giveUpRevision": "a command with its reason",
  "domain/sources/commands/locate.ts locatePassages": "places between a query and a command",
  "domain/participation/commands/page.ts openStakeholderPage": "searches before a command",
  "domain/participation/commands/withdraw.ts erase": "a step of commands, here and of notes",
  "domain/room/queries.ts reportFile": "makes a file of a report that was read",
  "domain/room/commands.ts reportToLeave": "searches between queries",
  "domain/participation/commands/withdraw.ts rewrite": "a step of a command of this feature",
  "domain/participation/commands/withdraw.ts withdraw": "a step of a command of this feature",
  "domain/personal-data/queries/subjects.ts chosenBy": "a piece of SQL for queries of this feature",
  "domain/personal-data/commands/leaving.ts searchLeaving": "searches before a command",
  "domain/personal-data/commands/leaving.ts addedOutside": "searches before a command",
  "domain/participation/commands/page.ts changeShownDetails": "searches before a command",
  "domain/publication/queries/document.ts specificationDocument":
    "a query by who reads from outside",
  "domain/publication/commands.ts documentToLeave": "searches between queries",
  "domain/publication/commands.ts toLeave": "searches between queries",
  "domain/editions/commands/adopt.ts editionToAdopt": "searches between queries",
  "domain/editions/commands/asked.ts adoptOf": "notes before and after a command",
  "domain/editions/commands/asked.ts giveUpAdopting": "a command with its reason",
  "domain/matrix/commands.ts matrixToLeave": "searches between queries",
  "domain/splitting/commands/changes.ts applyChanges": "a step of a command of this feature",
  "domain/splitting/commands/changes.ts takeBack": "a step of a command of this feature",
  "domain/splitting/commands/confirm.ts wordsOfPart": "a step of a command of this feature",
  "domain/splitting/commands/confirm.ts makePassages": "a step of a command of this feature",
  "domain/splitting/commands/confirm.ts makeReactions": "a step of a command of this feature",
  "domain/splitting/commands/segments.ts remember": "a step of a command of this feature",
};

/** All that is wrong with these files, each by itself: `path: what`. */
export function faultsIn(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [file, text] of files) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const say = (what: string) => faults.push(`${file}: ${what}`);
    const code = withoutComments(text);
    placeFaults(file, say);
    for (const specifier of importsIn(code)) importFaults(file, targetOf(file, specifier), say);
    scopeFaults(file, code, say);
    if (file.startsWith("domain/")) {
      exportFaults(file, code, say);
      orderFaults(code, say);
      tableFaults(file, code, say);
    } else if (!file.startsWith("db/")) {
      if (/\bcommand\(|\bquery\((?!\s*["'`])/.test(code) && /kernel\/(command|query)/.test(code)) {
        say("commands and queries are made in domain/");
      }
    }
  }
  return faults;
}

type Say = (what: string) => void;

/** The code without what is said beside it; what stands between quotes is left alone. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (_all, quoted: string | undefined) => quoted ?? " ",
  );
}

/** What a file imports, exports on, or loads later: relative or not, types too. */
function importsIn(code: string): string[] {
  const found = code.matchAll(
    /\b(?:from|import|require)\b\s*\(?\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`)/g,
  );
  return [...found].map(([, double, single, back]) => double ?? single ?? back ?? "");
}

/** Where an import leads: a path in the project without its ending, or the name of a package. */
function targetOf(file: string, specifier: string): string {
  const at = specifier.replace(/\.(tsx?|m?js)$/, "");
  if (at.startsWith("@/")) return path.posix.normalize(at.slice(2));
  if (at.startsWith(".")) return path.posix.join(path.posix.dirname(file), at);
  return `package:${at}`;
}

function partsOf(file: string): { layer: string; feature: string; word: string } {
  const [layer = "", feature = "", word = ""] = file.replace(/\.tsx?$/, "").split("/");
  return { layer, feature, word };
}

function placeFaults(file: string, say: Say): void {
  const { layer, feature, word } = partsOf(file);
  if (layer === "components" && feature !== "addresses") {
    if (![...TREE.features, ...TREE.rooms].includes(feature)) {
      say(`${feature} is no feature: its name is the field's word, as in domain/`);
    }
  }
  if (layer !== "domain") return;
  if (!TREE.features.includes(feature)) {
    say(`${feature} is no feature of tests/structure.ts: give it its place in the order there`);
  } else if (!OWN_FILES.includes(feature) && !WORDS.includes(word)) {
    say(`${word} is not a word for a file of a feature: ${WORDS.join(", ")}`);
  }
}

/** Names stand in one order, and are searched in one way: those of db/search.ts. */
function orderFaults(code: string, say: Say): void {
  const rest = code.replace(/\$\{dutchOrder\((?:[^()`]|`[^`]*`)*\)\}/g, "");
  const byName = /\border by\b(?:(?!\blimit\b)[^`)])*?\b(?:title|name)\b/;
  if (byName.test(rest) || /\b(?:asc|desc)\(\w+\.(?:title|name)\)/.test(rest)) {
    say("names are put in order by dutchOrder: the database's own order differs by engine");
  }
  if (/\bilike\b|localeCompare\([^,()]*\)/.test(rest)) {
    say("what is typed is looked for by dutchQuery or holds, and a language has its own order");
  }
}

const isPure = (file: string): boolean => {
  const { layer, feature, word } = partsOf(file);
  if (layer !== "domain") return false;
  // What a format is read into; the reading itself takes packages.
  if (word === "formats") return /\/model(\.ts)?$/.test(file);
  if (feature === "kernel") return PURE_KERNEL.includes(word);
  return ["text", "anchoring", "proposal"].includes(feature) || PURE_WORDS.includes(word);
};

const SQL_PACKAGES = /^package:(drizzle-orm|postgres|@electric-sql)/;

function importFaults(file: string, target: string, say: Say): void {
  const from = partsOf(file);
  const to = partsOf(target);
  const vocabulary = PURE_DATABASE.includes(target);
  switch (from.layer) {
    case "db":
      if (["app", "components", "domain", "cli", "i18n", "tests"].includes(to.layer)) {
        say(`${target}: db is the lowest layer, it stores and guards and knows no rules`);
      }
      return;
    case "app":
    case "cli":
      if (SQL_PACKAGES.test(target) || (to.layer === "db" && !edgeMay(file, target))) {
        say(`${target}: routes and the terminal have no SQL; put it in a query of domain/`);
      } else if (to.layer === "domain" && !isPure(target) && !isDoor(target)) {
        say(`${target}: the edge uses gates, queries, commands, jobs and what renders`);
      } else if (from.layer === "app" && to.layer === "cli") {
        say(`${target}: pages do not lean on the terminal`);
      }
      return;
    case "components":
      if (["app", "cli", "tests"].includes(to.layer)) {
        say(`${target}: the direction is app -> components -> domain -> db; take it as a prop`);
      } else if (SQL_PACKAGES.test(target) || (to.layer === "db" && !vocabulary)) {
        say(`${target}: Components show what they are given; the page fetches it with a query`);
      } else if (to.layer === "domain" && !isPure(target)) {
        say(`${target}: components may use only model, rules and policy of domain/`);
      }
      return;
    case "domain":
      break;
    default:
      return;
  }
  const above = ["app", "components", "cli", "i18n", "tests"].includes(to.layer);
  if (above || /^package:(next|react)\b/.test(target)) {
    say(`${target}: the domain knows nothing of pages, so that the terminal can use it too`);
    return;
  }
  if (isPure(file)) {
    const allowed = vocabulary || to.layer === "messages" || isPure(target);
    const server = SQL_PACKAGES.test(target) || /^package:(node:|pg-boss)/.test(target);
    if (server || (!target.startsWith("package:") && !allowed)) {
      say(`${target}: Pure files take what they need as arguments, without database or server`);
      return;
    }
  }
  if (to.layer === "domain" && rank(to.feature) > rank(from.feature)) {
    say(`${target}: ${from.feature} leans only on earlier features, and ${to.feature} is later`);
  }
}

const rank = (feature: string) => TREE.features.indexOf(feature);

/** What a page, an action or the terminal may call of a feature. */
function isDoor(target: string): boolean {
  const { feature, word } = partsOf(target);
  if (feature === "kernel") return ["job", "rows", "query", "command"].includes(word) === false;
  return feature === "jobs" || ["gate", "queries", "commands", "render", "formats"].includes(word);
}

function edgeMay(file: string, target: string): boolean {
  const only = EDGE_DATABASE[target];
  if (!only) return false;
  return only.length === 0 || only.some((place) => file.startsWith(place));
}

/** A scope, and the id in it, are made by a gate and nowhere else. */
function scopeFaults(file: string, code: string, say: Say): void {
  const { layer, feature, word } = partsOf(file);
  if (file === "domain/kernel/scope.ts") return;
  const gate = layer === "domain" && word === "gate" && GATES.includes(feature);
  if (!gate && /\bmint\b|\bas AuthorizedDossierId\b/.test(code)) {
    say("a scope is made by a gate (gate.ts of a feature that has one) and nowhere else");
  }
  if (
    !gate &&
    word !== "jobs" &&
    /\bopenDossierForJob\b/.test(code) &&
    !READ_AT_ONCE.includes(file)
  ) {
    say("only a job goes through the gate for jobs");
  }
  if (layer === "app" && /type: "(system|job)"/.test(code)) {
    say("a page acts for who is signed in, never for the system");
  }
}

/** Receives and reads a file in one go: there the reading is done for the job. */
const READ_AT_ONCE = ["domain/sources/commands/import.ts"];

function exportFaults(file: string, code: string, say: Say): void {
  const { feature, word } = partsOf(file);
  if (!["queries", "commands"].includes(word) || feature === "kernel") return;
  const maker = word === "queries" ? "query(" : "command(";
  const unproven = (name = "it") => say(`${name} is not made by ${maker}: nothing asks for proof`);
  for (const [, name] of code.matchAll(/^export (?:async )?function\*? (\w+)/gm)) {
    if (!NO_QUERY[`${file} ${name}`]) unproven(name);
  }
  for (const [, name, value = ""] of code.matchAll(/^export const (\w+)[^=]*=\s*([^;]{0,40})/gm)) {
    const constant = /^(sql`|"|[\d_]+\b|\[|\{)/.test(value) && !/=>|\bfunction\b/.test(value);
    if (!value.startsWith(maker) && !constant) unproven(name);
  }
  // An index hands on what other files of the folder make; nothing else is exported in other ways.
  const others = /^export (?:default|let|var|class|const [{[]|\{[^}]*\}(?! from))/gm;
  for (const _ of code.matchAll(others)) unproven();
}

/** `requirementLink` as it is called in the database. */
const inDatabase = (table: string) =>
  table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function tableFaults(file: string, code: string, say: Say): void {
  const { feature, word } = partsOf(file);
  if (
    /import [^;]*\b\w+ as \w+[^;]*from "@\/db\/schema"|\* as \w+ from "@\/db\/schema"/.test(code)
  ) {
    if (!/segment as segmentTable/.test(code))
      say("a table keeps its own name, so that one finds who writes it");
  }
  for (const [table, owner] of Object.entries(OWNERS)) {
    const mine = [owner].flat().includes(feature);
    const name = `(?:${inDatabase(table)}\\b|\\$\\{\\s*(?:\\w+\\.)?${table}\\s*\\})`;
    const writes = new RegExp(
      `\\.(?:insert|update|delete)\\(\\s*(?:\\w+\\.)?${table}\\s*\\)` +
        `|\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(?:only\\s+)?${name}`,
      "i",
    );
    if (!mine && writes.test(code)) {
      say(`${table} is written by ${[owner].flat().join(" and ")}: use its rows.ts`);
    }
  }
  const counted =
    /\b(?:from|join|sql`)\s*reaction\b(?!\.)|\b(?:from|join)\s+\$\{reaction\}|[jJ]oin\(\s*reaction\b|\.from\(\s*reaction\b/;
  if (word === "queries" && !HELD_READ.includes(feature) && counted.test(code)) {
    if (!EVEN_HELD.includes(file)) {
      say("reactions are read by the view live_reaction: what is held by who keeps order is none");
    }
  }
  const owns =
    ["core-values", "requirements"].includes(feature) && ["commands", "rows"].includes(word);
  const links =
    /\b(?:from|join)\s+(?:coding|requirement_link|carrying_word)\b|\bremoved_at\b|\b(?:from|join)\s+\$\{\s*(?:coding|requirementLink)\s*\}|[jJ]oin\((?:coding|requirementLink)\b|\.from\((?:coding|requirementLink)\)|\bremovedAt\)/i;
  if (!owns && links.test(code) && !LINK_HISTORY.includes(file)) {
    say("links are read by the views live_coding, live_link and what is made of them");
  }
}

/** Queries about minutes, in which no reaction is held. */
const EVEN_HELD = ["domain/splitting/queries/after.ts"];
/** Where a reaction is read that waits, or was not placed: by whose it is, and by who keeps order. */
const HELD_READ = ["participation", "moderation"];

/** Where links that were taken away are read: their history, and what a source or reaction may not be removed for. */
const LINK_HISTORY = [
  "domain/core-values/queries/detail.ts",
  "domain/reactions/rows/index.ts",
  "domain/reactions/rows/parts.ts",
  "domain/sources/rows/index.ts",
  "domain/removal/rows.ts",
  "domain/sources/rows/remains.ts",
  // When a source was removed is no link.
  "domain/sources/queries/sources.ts",
];
