import { z } from "zod";
import {
  BLOCKERS,
  type Blocker,
  type PersonalDataKind,
  type RequirementKind,
} from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import { requiredText, uuid } from "../kernel/fields";
import type { HeldBack, Release } from "../personal-data/model";
import type { PaperRange } from "../sources/rules";
import type { Body } from "../text/rich-text";

/**
 * The Programma van Eisen as a document: everything that an export shows, put together once by
 * `queries.ts` and rendered by `render/`. A renderer reads nothing but this.
 */
export interface SpecificationDocument {
  title: string;
  contractingAuthority: string;
  subject: string;
  /** Moment of making, ISO. */
  madeAt: string;
  /** Whether the words have the names of who said them; otherwise no speaker stands in it. */
  withNames: boolean;
  chapters: DocumentChapter[];
  sources: DocumentSource[];
  broken: BrokenRequirement[];
}

/** Fixed words of the document by key of the catalogue, and dates as its readers write them. */
export interface DocumentLanguage {
  text(key: MessageKey, params?: Record<string, string | number>): string;
  date(value: string): string;
}

export interface DocumentChapter {
  number: number;
  title: string;
  introduction: string;
  requirements: DocumentRequirement[];
}

export interface DocumentRequirement {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  /** Null when what is stored cannot be shown as it is: then there is only `bodyText`. */
  body: Body | null;
  /** The words without lists and marks. */
  bodyText: string;
  explanation: string;
  evidence: string;
  verification: string;
  /** Most points, and weight in per cent; null for what is not scored. */
  score: number | null;
  weight: number | null;
  version: number;
  dropped: boolean;
  /** Rests on words of which the source changed: *bron gewijzigd*; or was removed: *bron verwijderd*. */
  suspect: boolean;
  sourceRemoved: boolean;
  /** "Gemotiveerd zonder herkomst", or null. */
  noSourceReason: string | null;
  coreValues: DocumentCoreValue[];
  /** Words linked to the requirement itself, without a kernwaarde between. */
  words: DocumentWords[];
}

/** A requirement whose text is in the document as plain words, and what is the matter with it. */
export interface BrokenRequirement {
  id: string;
  code: string;
  title: string;
  problem: MessageKey;
}

export interface DocumentCoreValue {
  number: number;
  name: string;
  definition: string;
  /** Those that carry the requirement. */
  carrying: DocumentWords[];
  /** The others, as the kernwaarde has them. */
  words: DocumentWords[];
  /** How many words the kernwaarde has in all; more than these when the list was cut. */
  wordsTotal: number;
}

/** Quoted words with the place where they stand. */
export interface DocumentWords {
  /** The exact words, Markdown marks taken out; of a reaction entered by hand its text. */
  quote: string;
  /** Number of the reaction, shown as R-12; null for words without a reaction. */
  reaction: number | null;
  /** As the minutes name who spoke; null in a document without names. */
  speaker: string | null;
  group: string | null;
  consultation: string | null;
  /** Calendar date of the consultation. */
  heldOn: string | null;
  source: string | null;
  /** Number of the block in the source, from 1. */
  block: number | null;
  /** The pages on paper on which they stand; null for a source without pages. */
  paper: PaperRange | null;
}

export interface DocumentSource {
  title: string;
  fileName: string;
  sha256: string;
  /** When it was removed: only words of it are left. */
  removedAt: string | null;
}

/** Words shown of one kernwaarde under one requirement: a document is for people to read. */
export const WORDS_PER_CORE_VALUE = 15;

/** What keeps things from going out, with the first open finds: names only for who may see them. */
export interface HeldBackList extends HeldBack {
  subjects: { id: string; kind: PersonalDataKind; name: string }[];
}

/** Things that are named of what is open. */
export const NAMED = 5;

export interface NamedThing {
  id: string;
  code: string;
  text: string;
}

/** That somebody answers for what is in the way, as it stood. */
export interface Passing {
  id: string;
  /** How many things were open then. */
  count: number;
  reason: string;
  by: string | null;
  at: string;
}

/** One thing that must be right before an edition is adopted. */
export interface BlockerRow {
  blocker: Blocker;
  /** How many are open, of how many. */
  count: number;
  of: number;
  /** `clear` when none is open; `passed` when all that is open was passed over. */
  state: "open" | "passed" | "clear";
  /** A hash of what is open. */
  key: string;
  /** What was passed over and not taken back. It no longer holds when the state is `open`. */
  passing: Passing | null;
  first: NamedThing[];
}

/** Whether a dossier can be published. A new blocker goes into `BLOCKERS` and into the query that counts them. */
export interface Readiness {
  blockers: BlockerRow[];
  /** `release` is null as long as nobody answered for exactly what is open. */
  personalData: { held: HeldBackList | null; release: Release | null };
  /** The sources of which words changed, and nobody decided what that means. */
  changedSources: { id: string; title: string }[];
  /** Good to know, and in no way. */
  silentGroups: number;
  expectedGroups: number;
  /** Open findings in words of requirements. */
  findings: number;
}

/** A hash of what somebody saw: SHA-256 in hexadecimal. */
const seenKey = z.string().regex(/^[\da-f]{64}$/);

/** What somebody passes over: exactly what `key` is of. */
export const passedOverInput = z.object({
  blocker: z.enum(BLOCKERS),
  key: seenKey,
  reason: requiredText(500),
});
export const withdrawnPassing = z.object({ passingId: uuid });
export const releaseInput = z.object({ key: seenKey, reason: requiredText(500) });
export const withdrawnRelease = z.object({ key: seenKey });
