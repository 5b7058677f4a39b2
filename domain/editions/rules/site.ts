import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import { CHANGES, type ChangeKind } from "./changes";

/** Which reactions are shown: of a group, with an outcome, to a stelling; null is without one. */
export interface ReactionFilter {
  group?: string | null;
  outcome?: Outcome | null;
  statement?: string | null;
}

/** Which changes are shown: of requirements all or of one kind, or those of kernwaarden or of reactions. */
export type ChangesOnly = ChangeKind | "coreValues" | "reactions" | null;

/** A page of a published edition. `compare` leads on to one of the changes. `page` counts from 1. */
export type SitePage =
  | { kind: "home" | "programme" | "coreValues" | "sources" | "heard" | "check" | "notes" }
  | { kind: "chapter" | "coreValue" | "source"; key: string; page: number }
  | { kind: "requirement" | "reaction"; key: string }
  | { kind: "reactions"; filter: ReactionFilter; page: number }
  | { kind: "statements"; page: number }
  | { kind: "changes"; base: string; only: ChangesOnly; page: number }
  | { kind: "compare"; from: string | null; to: string | null }
  | { kind: "search"; words: string };
export type SiteKind = SitePage["kind"];

/** How many things stand on a page. */
export const SIZES = {
  chapter: 40,
  coreValue: 40,
  source: 150,
  reactions: 25,
  statements: 100,
  changes: 25,
  search: 20,
} as const;

/** How many stellingen stand beside the reactions to choose by; when there are more, all stand on pages of their own. */
export const FIRST_STATEMENTS = 40;

/** Most kernwaarden, sources, statements and groups that are listed at once: more than there ever were. */
export const MOST_LISTED = 1_000;

const FOLDERS = {
  home: "",
  programme: "eisen",
  requirement: "eisen",
  chapter: "hoofdstukken",
  coreValues: "kernwaarden",
  coreValue: "kernwaarden",
  reactions: "reacties",
  reaction: "reacties",
  statements: "stellingen",
  sources: "bronnen",
  source: "bronnen",
  heard: "gehoord",
  check: "controleren",
  notes: "notities",
  changes: "wijzigingen",
  compare: "wijzigingen",
  search: "zoeken",
} as const satisfies Record<SiteKind, string>;

/** The fields of the forms, as they stand in the address. */
export const FIELDS = {
  page: "pagina",
  group: "groep",
  outcome: "antwoord",
  statement: "stelling",
  words: "q",
  language: "taal",
  only: "soort",
  from: "van",
  to: "naar",
} as const;

/** How an outcome is called in an address. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  adopted: "overgenomen",
  partly: "deels",
  rejected: "niet",
  elsewhere: "elders",
  outOfScope: "buiten-scope",
  noted: "ter-kennisgeving",
};
/** How the parts of what changed are called in an address. */
export const CHANGES_WORDS: Record<NonNullable<ChangesOnly>, string> = {
  added: "nieuw",
  changed: "gewijzigd",
  moved: "verplaatst",
  origin: "herkomst",
  dropped: "vervallen",
  coreValues: "kernwaarden",
  reactions: "reacties",
};
/** In the order in which they are chosen from. */
export const CHANGES_PARTS = [...CHANGES, "coreValues", "reactions"] as const;
/** What is asked of what has no group, no outcome or no stelling. */
export const WITHOUT = "geen";

/** The folder of an edition below its dossier. */
export const editionFolder = (number: string): string => `editie-${number}`;

/** The number in the name of such a folder; null for another name. */
export function numberInFolder(folder: string): string | null {
  return /^editie-([\d.]{1,11})$/.exec(folder)?.[1] ?? null;
}

/** What stands beside the pages. */
export const FILES = {
  style: "stijl.css",
  letters: "noto-sans.woff2",
  notes: "notities.js",
  data: "editie.json",
} as const;
export type SiteFile = keyof typeof FILES;

/** In a folder: says which files there are, with the SHA-256 of each. */
export const FOLDER_LIST = "bestanden.json";

/**
 * Nothing of a published edition comes from elsewhere, and nothing in it can send anything: the one script that runs in it, for
 * the notes of a reader, can fetch nothing and can make no page of words.
 */
export const SITE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The part of a page at which the other editions stand. */
export const OTHER_EDITIONS = "edities";
/** The part of the page of a requirement with what it rests on. */
export const RESTS_ON = "herkomst";
/** The part of the page of a requirement with what its reader noted. */
export const OWN_NOTE = "notitie";
/** Most characters of a note. */
export const MAX_NOTE = 20_000;

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
const MAX_WORDS = 200;

/** The address of a page below its edition, without a slash at the front. */
export function sitePath(page: SitePage): string {
  const path = [FOLDERS[page.kind], encodeURIComponent(nameOf(page))].filter(Boolean).join("/");
  const query = new URLSearchParams(askedOf(page)).toString();
  return query ? `${path}?${query}` : path;
}

/** What a page is of, as its address says it. */
function nameOf(page: SitePage): string {
  if (page.kind === "changes") return editionFolder(page.base);
  return "key" in page ? page.key : "";
}

/** What an address asks, by field. */
function askedOf(page: SitePage): [string, string][] {
  const asked: [string, string][] = [];
  if (page.kind === "reactions") asked.push(...filterFields(page.filter));
  if (page.kind === "changes" && page.only) asked.push([FIELDS.only, CHANGES_WORDS[page.only]]);
  if (page.kind === "compare") {
    if (page.from) asked.push([FIELDS.from, page.from]);
    if (page.to) asked.push([FIELDS.to, page.to]);
  }
  if (page.kind === "search" && page.words) asked.push([FIELDS.words, page.words]);
  if ("page" in page && page.page > 1) asked.push([FIELDS.page, String(page.page)]);
  return asked;
}

function filterFields({ group, outcome, statement }: ReactionFilter): [string, string][] {
  const fields: [string, string][] = [];
  if (group !== undefined) fields.push([FIELDS.group, group ?? WITHOUT]);
  if (outcome !== undefined) {
    fields.push([FIELDS.outcome, outcome === null ? WITHOUT : OUTCOME_WORDS[outcome]]);
  }
  if (statement !== undefined) fields.push([FIELDS.statement, statement ?? WITHOUT]);
  return fields;
}

/** The page at an address; null for one that no edition has. @param segments as they stand in the address. */
export function sitePageOf(segments: readonly string[], query: URLSearchParams): SitePage | null {
  const [folder = "", written, ...more] = segments;
  if (more.length > 0) return null;
  const page = pageIn(query);
  if (written === undefined) {
    switch (folder) {
      case FOLDERS.home:
        return { kind: "home" };
      case FOLDERS.programme:
        return { kind: "programme" };
      case FOLDERS.coreValues:
        return { kind: "coreValues" };
      case FOLDERS.sources:
        return { kind: "sources" };
      case FOLDERS.heard:
        return { kind: "heard" };
      case FOLDERS.check:
        return { kind: "check" };
      case FOLDERS.notes:
        return { kind: "notes" };
      case FOLDERS.reactions:
        return { kind: "reactions", filter: filterIn(query), page };
      case FOLDERS.statements:
        return { kind: "statements", page };
      case FOLDERS.compare:
        return {
          ...{ kind: "compare", from: numberIn(query, FIELDS.from) },
          to: numberIn(query, FIELDS.to),
        };
      case FOLDERS.search:
        return { kind: "search", words: wordsIn(query) };
      default:
        return null;
    }
  }
  const key = keyIn(written);
  if (key === null) return null;
  switch (folder) {
    case FOLDERS.requirement:
      return { kind: "requirement", key };
    case FOLDERS.reaction:
      return { kind: "reaction", key };
    case FOLDERS.chapter:
      return { kind: "chapter", key, page };
    case FOLDERS.coreValue:
      return { kind: "coreValue", key, page };
    case FOLDERS.source:
      return { kind: "source", key, page };
    case FOLDERS.changes: {
      const base = numberInFolder(key);
      const word = query.get(FIELDS.only);
      const only = CHANGES_PARTS.find((one) => CHANGES_WORDS[one] === word) ?? null;
      return base === null ? null : { kind: "changes", base, only, page };
    }
    default:
      return null;
  }
}

function keyIn(segment: string): string | null {
  try {
    const key = decodeURIComponent(segment).normalize("NFC");
    return KEY.test(key) ? key : null;
  } catch {
    return null;
  }
}

function pageIn(query: URLSearchParams): number {
  const text = query.get(FIELDS.page) ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The number of an edition; null for what is none. */
function numberIn(query: URLSearchParams, field: string): string | null {
  return numberInFolder(editionFolder(query.get(field) ?? ""));
}

function wordsIn(query: URLSearchParams): string {
  const words = query.get(FIELDS.words) ?? "";
  return words.replaceAll("\u0000", "").normalize("NFC").trim().slice(0, MAX_WORDS);
}

function filterIn(query: URLSearchParams): ReactionFilter {
  const filter: ReactionFilter = {};
  const keyOf = (name: string): string | null | undefined => {
    const text = query.get(name) ?? "";
    if (text === WITHOUT) return null;
    return KEY.test(text) ? text : undefined;
  };
  const group = keyOf(FIELDS.group);
  if (group !== undefined) filter.group = group;
  const statement = keyOf(FIELDS.statement);
  if (statement !== undefined) filter.statement = statement;
  const word = query.get(FIELDS.outcome);
  const outcome = OUTCOMES.find((one) => OUTCOME_WORDS[one] === word);
  if (outcome) filter.outcome = outcome;
  else if (word === WITHOUT) filter.outcome = null;
  return filter;
}

/** The name of the file of a page in the folder that one takes along: the same as its address, but with an ending. */
export function siteFile(page: SitePage): string {
  const asked = askedOf(page).flat();
  const name = [FOLDERS[page.kind], nameOf(page)].filter(Boolean).join("/");
  return `${[name || "index", ...asked].map(fileName).join("-")}.html`;
}

/** Signs that no file system takes otherwise: letters without accents, figures, points and dashes. */
function fileName(name: string): string {
  return name.replace(/[^\w./-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}

/** How one gets from one file to another in the same folder. */
export function relativeFile(from: string, to: string): string {
  const up = from.split("/").length - 1;
  return "../".repeat(up) + to;
}

/** On which page of a source a block stands. @param n from 1. */
export const pageOfBlock = (n: number): number => Math.max(1, Math.ceil(n / SIZES.source));

/** The name of a block as a part of the page of its source. */
export const blockAnchor = (n: number): string => `blok-${n}`;

/** The first 12 characters of a kenmerk in groups of 4: enough to compare by eye. */
export function shortMark(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(" ");
}
