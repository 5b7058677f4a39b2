import { z } from "zod";
import {
  type AdoptionFailure,
  type AdoptionState,
  type AdoptionStep,
  type Blocker,
  type BlockForm,
  type ConsultationKind,
  EDITION_KINDS,
  type EditionKind,
  type Outcome,
  type Position,
  type ReactionKind,
  type RequirementKind,
} from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { calendarDate, optionalText, requiredText, uuid } from "../kernel/fields";
import type { Body } from "../text/rich-text";

/**
 * What an edition is, as it stands in its file: `{ content, edition, format, sha256 }` in canonical JSON (RFC 8785). How it is
 * checked stands in docs/edition.md, so that another tool can do it.
 */
export const EDITION_FORMAT = "herleid-edition/1";

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal: on a server and in a browser made by something else. */
export type Hash = (text: string) => string;

/** The parts of an edition, each an array of things under its name. */
export const SECTIONS = [
  "blocks",
  "chapters",
  "consultations",
  "coreValues",
  "groups",
  "reactions",
  "requirements",
  "sources",
  "statements",
  "words",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where words stand in the text of a source as it is in the edition; code points, the end not included. */
export interface Place {
  source: string;
  start: number;
  end: number;
}

/** One thing of an edition: its key is unique in its section, and things refer to each other by their keys. */
export interface Thing {
  key: string;
}

/** A declared group of stakeholders. */
export interface GroupThing extends Thing {
  name: string;
  expected: boolean;
}

export interface ConsultationThing extends Thing {
  title: string;
  kind: ConsultationKind;
  /** Calendar date. */
  heldOn: string | null;
  sector: string | null;
}

export interface StatementThing extends Thing {
  text: string;
  /** Where it was put, with its number and its explanation there. */
  puts: { consultation: string; number: number; explanation: string | null }[];
}

/** A version of a source in which quoted words stand, as outsiders read it. */
export interface SourceThing extends Thing {
  title: string;
  version: number;
  /** When those who were there agreed with this text; null for a concept. */
  adoptedOn: string | null;
  /** SHA-256 of the original file. */
  fileSha256: string;
  /** Of the text here: every block's `before` and `text`, and then `trailing`. */
  characters: number;
  textSha256: string;
  trailing: string;
  /** How many places were replaced. */
  replaced: number;
}

export interface BlockThing extends Thing {
  source: string;
  /** From 1. */
  n: number;
  /** Of `text`, in the text of the source. */
  start: number;
  end: number;
  before: string;
  text: string;
  form: BlockForm;
  level: number;
  /** The page on paper, from 1; null for a source without pages. */
  page: number | null;
  /** Words in it on which something rests, in order. */
  quoted: QuotedStretch[];
}

/** `start` and `end` in the text of the source; it may begin or end in another block. */
export interface QuotedStretch {
  start: number;
  end: number;
  reaction: string | null;
  coreValues: string[];
  /** Linked to these words themselves. */
  requirements: string[];
}

export interface ReactionThing extends Thing {
  consultation: string;
  statement: string | null;
  group: string | null;
  kind: ReactionKind;
  /** Of a part what was chosen with the whole: it is one person's, once. */
  position: Position;
  /** Of a part of what was sent online the number of the whole (`R-5`), which is in the edition by its parts. */
  partOf?: string;
  /** The exact words of the source at `place`; without a place as they were entered. */
  text: string;
  place: Place | null;
  replyTo: string | null;
  coreValues: string[];
  /** Of which a requirement says itself that it comes from this reaction. */
  requirements: string[];
  answer: Answer | null;
}

/** The *afweging* of a reaction. */
export interface Answer {
  outcome: Outcome;
  reason: string;
  /** Where it is arranged, of what is arranged elsewhere. */
  where: string;
  requirements: string[];
}

export interface CoreValueThing extends Thing {
  name: string;
  definition: string;
  rule: string;
  /** How many words it has in `words`. */
  total: number;
  requirements: string[];
}

/** Words that carry a kernwaarde or a requirement: a reaction as a whole when `text` is null. */
export interface QuotedWordsThing {
  reaction: string | null;
  consultation: string | null;
  place: Place | null;
  text: string | null;
}

/** The words of a kernwaarde, by kernwaarde and number: `K-1/12`. */
export interface WordThing extends Thing, QuotedWordsThing {
  coreValue: string;
}

export interface ChapterThing extends Thing {
  title: string;
  introduction: string;
  total: number;
}

export interface RequirementThing extends Thing {
  /** The same in every edition, whatever its code. */
  id: string;
  chapter: string;
  title: string;
  kind: RequirementKind;
  /** Null when only the words could be kept. */
  body: Body | null;
  text: string;
  explanation: string;
  evidence: string;
  verification: string;
  score: number | null;
  weight: number | null;
  version: number;
  /** Why versions since the first edition of the dossier came about, oldest first; what was adopted before 2026-11-27 has none. */
  reasons?: { version: number; text: string }[];
  dropped: boolean;
  /** *Bron gewijzigd*: it rests on words that changed, and nobody said yet that they still mean the same. */
  suspect: boolean;
  noSourceReason: string | null;
  coreValues: string[];
  /**
   * The words of its kernwaarden that carry it, chosen or linked to it as well, by their keys in `words`; what was adopted before
   * 2026-11-28 has none.
   */
  carriedBy?: string[];
  /** Words linked to it without a kernwaarde between. */
  words: QuotedWordsThing[];
}

/** What is in each part. */
export interface EditionContent {
  blocks: BlockThing[];
  chapters: ChapterThing[];
  consultations: ConsultationThing[];
  coreValues: CoreValueThing[];
  groups: GroupThing[];
  reactions: ReactionThing[];
  requirements: RequirementThing[];
  sources: SourceThing[];
  statements: StatementThing[];
  words: WordThing[];
}

/** A thing as it stands in the file: `marks` are 8 hexadecimals per field, in the order of their names. */
export type Marked<T extends object> = T & { marks: string };

/** What an edition says of itself. Its *kenmerk* is the SHA-256 of this in canonical JSON. */
export interface EditionHead {
  dossier: { slug: string; title: string; contractingAuthority: string; subject: string };
  number: string;
  kind: EditionKind;
  /** Moment, ISO. */
  adoptedAt: string;
  /** Who decided, and on what authority. */
  decidedBy: string;
  decidedOn: string;
  decisionNumber: string;
  mandate: string;
  /** Why there is a new edition. */
  reason: string;
  previous: { number: string; sha256: string } | null;
  /** Points that stood in the way and were passed over by a named person. */
  passedOver: { blocker: Blocker; count: number; reason: string; by: string | null; at: string }[];
  /** Who answered for personal data on which nobody had decided; null when there was none. */
  release: { open: number; reason: string; by: string | null; at: string } | null;
  /** The log of the dossier at that moment: how many rows, and the hash of the last. */
  log: { rows: number; sha256: string };
  sections: Record<Section, SectionSum>;
}

export interface SectionSum {
  count: number;
  /** SHA-256 of the array in canonical JSON. */
  sha256: string;
}

export interface EditionFile {
  format: typeof EDITION_FORMAT;
  sha256: string;
  edition: Marked<EditionHead>;
  content: { [S in Section]: Marked<EditionContent[S][number]>[] };
}

/** An edition in a list. */
export interface EditionRow {
  id: string;
  number: string;
  kind: EditionKind;
  sha256: string;
  adoptedAt: string;
  decidedOn: string;
  decidedBy: string;
  adoptedByName: string | null;
  publishedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  requirements: number;
  reactions: number;
}

/** What would be frozen now. */
export interface EditionPreview {
  /** The number of each kind that comes next. */
  next: Record<EditionKind, string>;
  /** SHA-256 of the sums of all parts in canonical JSON. */
  contentSha256: string;
  sections: Record<Section, SectionSum>;
  dropped: number;
  answered: number;
  replaced: number;
  passedOver: number;
  previous: { number: string; sha256: string; decidedOn: string } | null;
  /** Why who looks may not adopt each kind; null when they may. */
  refused: Record<EditionKind, AdoptRefusal | null>;
}

/** Why somebody may not adopt. */
export const ADOPT_REFUSALS = ["own", "blocked", "personalData", "empty"] as const;
export type AdoptRefusal = (typeof ADOPT_REFUSALS)[number];

/** What a page shows of a part that was frozen. */
export interface EditionPage<T> {
  rows: T[];
  page: number;
  pages: number;
  total: number;
}

const seenHash = z.string().regex(/^[\da-f]{64}$/, says("errors.field.invalid"));

export const adoptedEdition = z.object({
  kind: z.enum(EDITION_KINDS, says("errors.field.choose")),
  decidedBy: requiredText(200),
  decidedOn: calendarDate,
  decisionNumber: optionalText(100),
  mandate: optionalText(300),
  reason: requiredText(1_000),
  /** Of what was seen before adopting. */
  contentSha256: seenHash,
  /** The newest edition that was seen, "" when there was none; left out by who adopts what was just read. */
  previous: z.string().max(20).optional(),
});
export type AdoptedEdition = z.output<typeof adoptedEdition>;

/** How it stands with adopting that somebody asked for. */
export interface Adoption {
  attempt: string;
  state: AdoptionState;
  step: AdoptionStep | null;
  progress: { done: number; total: number } | null;
  failure: AdoptionFailure | null;
  by: string;
  /** Moment, ISO. */
  since: string;
  /** Number of the edition that came of it. */
  number: string | null;
  /** What was decided, as it was typed and so for who typed it alone; null when it was adopted. */
  asked: Record<string, string> | null;
}

/**
 * `page` is the full address of one's own reactions, with `CODE_PLACE` for the code of who was invited; `edition` that of the
 * edition: for the mails that say so. Without them nobody is mailed.
 */
export const publishedEdition = z.object({
  editionId: uuid,
  page: z.url().max(500).optional(),
  edition: z.url().max(500).optional(),
});
export const withdrawnEdition = z.object({ editionId: uuid, reason: requiredText(1_000) });

/** What was done with what somebody sent, as an edition says it. */
export interface Feedback {
  /** Of its address. */
  slug: string;
  number: string;
  decidedOn: string;
  reactions: {
    /** What was asked, in the words of then. */
    asked: string;
    key: string;
    /** As it is read in the edition. */
    text: string;
    position: Position;
    answer: Answer | null;
    requirements: { key: string; title: string; text: string }[];
  }[];
}

/** What is wrong with an edition, and where. */
export interface ThingFault {
  /** Left out for the edition itself. */
  section?: Section;
  key?: string;
  field?: string;
  /**
   * `field`: other than its mark says · `sum`, `count`, `twice`: of a part · `head`: a field of what the edition says of itself ·
   * `kenmerk`: that is not what its kenmerk says · `published`: it is not what was published · `text`, `place`: a source that is
   * not what its sum says, or whose blocks do not follow each other · `quote`: words that do not stand there · `link`: to what is
   * not there · `back`: of which the other end knows nothing · `chain`: it does not follow the edition before it · `log`: the log of the dossier
   * does not go on from where it was then ·
   * `file`, `missing`: of a folder a file that is other than its list says, or is not there
   */
  what: (typeof FAULTS)[number];
  /** The first sign that differs, from 1. */
  at?: number;
}

export const FAULTS = [
  "field",
  "sum",
  "count",
  "twice",
  "head",
  "kenmerk",
  "published",
  "text",
  "place",
  "quote",
  "link",
  "back",
  "chain",
  "log",
  "file",
  "missing",
] as const;

/** What came of checking an edition. */
export interface Verdict {
  state: "whole" | "changed" | "unreadable";
  number: string;
  kind: EditionKind | null;
  dossier: string;
  decidedOn: string;
  previous: { number: string; sha256: string } | null;
  /** How far the log of the dossier was; null when the file does not say so. */
  log: EditionHead["log"] | null;
  /** Computed of what stands there. */
  sha256: string;
  checked: { things: number; quotes: number; links: number };
  /** The first hundred. */
  faults: ThingFault[];
  count: number;
}
