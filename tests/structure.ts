import path from "node:path";

/**
 * How the product is laid out, as a table, and what is said of a file that is not. Read by
 * `tests/unit/structure.test.ts`; CONTRIBUTING.md says the same in words.
 */
export const TREE = {
  /** In this order: a feature leans only on itself and on those before it. */
  features: [
    // What everything leans on. `text` and `proposal` are pure.
    "kernel",
    "text",
    "proposal",
    // Owners of tables.
    "accounts",
    "dossiers",
    "groups",
    "planning",
    "consultations",
    "sources",
    "statements",
    "reactions",
    "splitting",
    "participation",
    "core-values",
    "requirements",
    // Readings of what others own.
    "trace",
    "coverage",
    "overview",
    "search",
    "publication",
    "audit",
    "jobs",
  ] as readonly string[],
  /** Rooms of `components/` that are no feature. */
  rooms: ["ui", "shell", "editor"] as readonly string[],
  /** What stands beside the features under another name, and why. */
  messages: {
    app: "the name of the product",
    cli: "the terminal",
    editor: "components/editor",
    errors: "what every feature may say",
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
  factories: { people: "accounts, and what they are in a dossier" } as Record<string, string>,
  tests: {
    apart: "domain/kernel/apart.ts, with real processes",
    "audit-contents": "what the audit says of every command",
    bench: "tests/bench",
    borders: "what must not cross from one dossier or document into another",
    cli: "the terminal",
    database: "db/",
    "dossier-settings": "the settings page: dossiers, groups and planning together",
    numbers: "every number against the definition, in random dossiers",
    reading: "receiving a file and reading it: sources and jobs",
    refusals: "everybody at every door",
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
  "render", // data to bytes
];
const PURE_WORDS = ["model", "rules", "policy"];
/** Features with files of their own making, all pure or all below the features. */
const OWN_FILES = ["kernel", "text", "proposal", "jobs"];
/** What of the kernel is pure. */
const PURE_KERNEL = ["dates", "errors", "fields", "paging", "scope", "submission"];

/** Who writes each table, and who else may, with the reason. */
const OWNERS: Record<string, string | readonly string[]> = {
  account: "accounts",
  signInLink: "accounts",
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
  passage: "sources",
  // Reading a file fills the workbench in the same transaction as the text it is about.
  sourcePart: ["splitting", "sources"],
  segment: ["splitting", "sources"],
  splittingStep: "splitting",
  statement: "statements",
  statementOccurrence: "statements",
  reaction: "reactions",
  coreValue: "core-values",
  coreValueVersion: "core-values",
  coding: "core-values",
  chapter: "requirements",
  requirement: "requirements",
  requirementVersion: "requirements",
  requirementLink: "requirements",
};

/** Exported by queries and commands without being one, and why. */
const NO_QUERY: Record<string, string> = {
  "domain/accounts/queries.ts actorOfSession": "it says who somebody is; a scope comes after",
  "domain/accounts/queries.ts accountOfSignInLink": "the secret in the link is the proof",
  "domain/accounts/commands.ts redeemSignInLink": "the secret in the link is the proof",
  "domain/dossiers/queries.ts listMyDossiers": "it takes the person: one's own dossiers only",
  "domain/requirements/queries/versions.ts versionOf": "the same inside a transaction",
  "domain/requirements/queries/versions.ts idFromAddress": "reads no data",
  "domain/reactions/queries/search.ts codedWith": "a piece of SQL for queries of this feature",
  "domain/sources/queries/blocks.ts pageOfBlock": "reads no data",
  "domain/sources/commands/import.ts importSource": "receives and reads, each a command",
  "domain/sources/commands/read.ts readSource": "reads between two commands",
  "domain/sources/commands/read.ts giveUpReading": "a command with its reason",
  "domain/splitting/commands/changes.ts applyChange": "a step of a command of this feature",
  "domain/splitting/commands/changes.ts takeBack": "a step of a command of this feature",
};

/** All that is wrong with these files, `path: what` each. */
export function faultsIn(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [file, text] of files) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const say = (what: string) => faults.push(`${file}: ${what}`);
    placeFaults(file, say);
    for (const specifier of importsIn(text)) importFaults(file, targetOf(file, specifier), say);
    if (file.startsWith("domain/")) {
      exportFaults(file, text, say);
      tableFaults(file, text, say);
    }
  }
  return faults;
}

type Say = (what: string) => void;

/** What a file imports, exports on, or loads later: relative or not, types too. */
function importsIn(text: string): string[] {
  const found = text.matchAll(
    /(?:^|[\s;])(?:import|export)\b[^"'`;()]*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|^import\s*["']([^"']+)["']/gm,
  );
  return [...found].map(([, from, later, bare]) => from ?? later ?? bare ?? "");
}

/** Where an import leads: a path in the project without its ending, or the name of a package. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return `package:${specifier}`;
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

const isPure = (file: string): boolean => {
  const { layer, feature, word } = partsOf(file);
  if (layer !== "domain") return false;
  if (feature === "kernel") return PURE_KERNEL.includes(word);
  return feature === "text" || feature === "proposal" || PURE_WORDS.includes(word);
};

const SQL_PACKAGES = /^package:(drizzle-orm|postgres|@electric-sql)/;

function importFaults(file: string, target: string, say: Say): void {
  const from = partsOf(file);
  const to = partsOf(target);
  const vocabulary = target === "db/vocabulary";
  switch (from.layer) {
    case "db":
      if (["app", "components", "domain"].includes(to.layer)) {
        say(`${target}: db is the lowest layer, it stores and guards and knows no rules`);
      }
      return;
    case "app":
    case "cli":
      if (SQL_PACKAGES.test(target) || target.startsWith("db/schema")) {
        say(`${target}: routes and the terminal have no SQL; put it in a query of domain/`);
      }
      return;
    case "components":
      if (to.layer === "app") {
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
  if (["app", "components"].includes(to.layer) || /^package:(next|react)\b/.test(target)) {
    say(`${target}: the domain knows nothing of pages, so that the terminal can use it too`);
    return;
  }
  if (isPure(file)) {
    const allowed = vocabulary || to.layer === "messages" || isPure(target);
    if (SQL_PACKAGES.test(target) || (!target.startsWith("package:") && !allowed)) {
      say(`${target}: Pure files take what they need as arguments, without database or server`);
      return;
    }
  }
  if (to.layer === "domain" && rank(to.feature) > rank(from.feature)) {
    say(`${target}: ${from.feature} leans only on earlier features, and ${to.feature} is later`);
  }
}

const rank = (feature: string) => TREE.features.indexOf(feature);

function exportFaults(file: string, text: string, say: Say): void {
  const { feature, word } = partsOf(file);
  if (/\bmint\b/.test(text) && word !== "gate" && file !== "domain/kernel/scope.ts") {
    say("a scope is made by a gate (gate.ts) and nowhere else");
  }
  if (!["queries", "commands"].includes(word) || feature === "kernel") return;
  const maker = word === "queries" ? "query(" : "command(";
  for (const [, name] of text.matchAll(/^export (?:async )?function\*? (\w+)/gm)) {
    if (!NO_QUERY[`${file} ${name}`])
      say(`${name} is not made by ${maker}: nothing asks for proof`);
  }
  for (const [, name, value = ""] of text.matchAll(/^export const (\w+)[^=]*=\s*([^;]{0,40})/gm)) {
    const constant = name === name?.toUpperCase() || value.startsWith("sql`");
    const fine = value.startsWith(maker) || constant;
    if (!fine) say(`${name} is not made by ${maker}: nothing asks for proof`);
  }
}

/** `requirementLink` as it is called in the database. */
const inDatabase = (table: string) =>
  table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function tableFaults(file: string, text: string, say: Say): void {
  const { feature } = partsOf(file);
  for (const [table, owner] of Object.entries(OWNERS)) {
    const mine = [owner].flat().includes(feature);
    const writes = new RegExp(
      `\\.(?:insert|update|delete)\\(${table}\\)|\\b(?:insert into|update|delete from) ${inDatabase(table)}\\b`,
    );
    if (!mine && writes.test(text)) {
      say(`${table} is written by ${[owner].flat().join(" and ")}: use its rows.ts`);
    }
  }
  const links = /\b(?:from|join) (?:coding|requirement_link)\b|\bremoved_at\b/;
  if (links.test(text) && !LINK_HISTORY.includes(file)) {
    say("links are read by the views live_coding, live_link and what is made of them");
  }
}

/** Where links that were taken away are read: their history, and taking them away. */
const LINK_HISTORY = ["domain/core-values/queries/detail.ts"];
