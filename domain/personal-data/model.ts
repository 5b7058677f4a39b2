import { z } from "zod";
import { PERSONAL_DATA_KINDS, type PersonalDataKind, type Redaction } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { lockVersion, requiredText, uuid } from "../kernel/fields";
import type { Paged } from "../kernel/paging";

/** Longest role, reason or name that is typed, in characters. */
export const LONGEST_ROLE = 60;
export const LONGEST_REASON = 500;
const LONGEST_NAME = 200;

/** How many are decided on at once, and how many places of one stand on a page. */
export const MOST_AT_ONCE = 200;
export const PLACES_ON_PAGE = 50;

const about = { subjectId: uuid, lockVersion };

/** A place as a form sends it: the version, and where it begins. */
const placeKey = z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/, says("errors.field.invalid"));
export const keyOfPlace = ({ versionId, start }: { versionId: string; start: number }): string =>
  `${versionId}:${start}`;

const places = z.array(placeKey).max(PLACES_ON_PAGE);
const whole = {
  ...about,
  /** The places that were seen, and those that were ticked: an unticked place stays as it is. Left out, all stay as they were. */
  places: z.object({ seen: places, ticked: places }).optional(),
};

/** What is decided on whom or what was found, and where it stays all the same. */
export const decision = z.discriminatedUnion(
  "redaction",
  [
    z.object({ ...whole, redaction: z.literal("role"), role: requiredText(LONGEST_ROLE) }),
    z.object({ ...whole, redaction: z.literal("code") }),
    z.object({ ...whole, redaction: z.literal("keep"), reason: requiredText(LONGEST_REASON) }),
    z.object({ ...whole, redaction: z.literal("none") }),
  ],
  says("errors.field.choose"),
);

export const reopened = z.object(about);

const several = z
  .array(z.object(about))
  .min(1, says("errors.field.choose"))
  .max(MOST_AT_ONCE, says("errors.field.invalid"));

/** What can be decided on several at once. `removed` says that something stood there, and no more. */
export const GROUP_REDACTIONS = ["removed", "code", "none"] as const;
export type GroupRedaction = (typeof GROUP_REDACTIONS)[number];
export const groupDecision = z.object({
  subjects: several,
  redaction: z.enum(GROUP_REDACTIONS, says("errors.field.choose")),
});
export const reopenedGroup = z.object({ subjects: several });

/** One form that is of somebody else. */
export const partedForm = z.object({ ...about, formId: uuid });
/** The one that it is the same as. */
export const merged = z.object({ ...about, intoId: uuid });

/** What was not found, and is added by hand. */
export const addedByHand = z.object({
  kind: z.enum(PERSONAL_DATA_KINDS, says("errors.field.choose")),
  text: requiredText(LONGEST_NAME)
    .transform((text) => text.replace(/\s+/g, " "))
    .pipe(z.string().min(2, says("errors.field.required"))),
});

/** Whom or what was found, for who may see names. */
export interface PersonalSubject {
  id: string;
  kind: PersonalDataKind;
  name: string;
  redaction: Redaction;
  role: string | null;
  /** Shown as P-4. */
  code: number | null;
  reason: string | null;
  lockVersion: number;
  /** How sure the surest of its places is. */
  confidence: number;
  /** All ways in which it is written. */
  forms: string[];
  places: number;
  sources: number;
}

/** Which are listed, by what was decided. */
export const SUBJECT_SHOWS = ["open", "all", "replaced", "keep", "none"] as const;
export type SubjectShow = (typeof SUBJECT_SHOWS)[number];

/** Kinds that are listed together. */
export const SUBJECT_GROUPS = ["people", "contact", "health", "organisations"] as const;
export type SubjectGroup = (typeof SUBJECT_GROUPS)[number];

export interface SubjectsAsked {
  show: SubjectShow;
  search?: string;
  /** Only who stand in this source. */
  sourceId?: string;
  group?: SubjectGroup;
  /** Only those of which nobody is sure. */
  unsure?: boolean;
  page?: number;
  /** How many on a page. */
  size?: number;
}

export interface SubjectList extends Paged<PersonalSubject> {
  /** Of all in the dossier, or in the source, by what was decided. */
  counts: Record<SubjectShow, number>;
}

/** A way in which somebody is written. */
export interface SubjectForm {
  id: string;
  text: string;
  places: number;
}

export interface SubjectDetail extends Omit<PersonalSubject, "forms"> {
  forms: SubjectForm[];
  /** The code that it gets when that is chosen. */
  nextCode: number;
  /** Roles given in the dossier to what is of the same kind. */
  roles: string[];
  /** Others of the same kind, by name; at most {@link MOST_ALIKE}. */
  others: { id: string; name: string }[];
}

/** How many others can be chosen from as the same. */
export const MOST_ALIKE = 500;

/** A place where somebody stands, with the words around it in its block. */
export interface SubjectPlace {
  versionId: string;
  start: number;
  end: number;
  stays: boolean;
  sourceId: string;
  title: string;
  /** Number of its version, and whether that is the newest. */
  version: number;
  newest: boolean;
  /** Number of its block. */
  block: number;
  before: string;
  words: string;
  after: string;
}

export interface SubjectPlaces extends Paged<SubjectPlace> {
  /** How many of all places are replaced as it stands. */
  ticked: number;
}

/** A piece of a text as others read it. */
export interface ExcerptPiece {
  text: string;
  /** What was found here; left out for words that everybody reads. */
  find?: {
    /** As a form sends it. */
    place: string;
    subjectId: string;
    kind: PersonalDataKind;
    redaction: Redaction;
    role: string | null;
    code: number | null;
    stays: boolean;
  };
}

export interface Excerpt {
  title: string;
  block: number;
  pieces: ExcerptPiece[];
}

/** What was decided last by somebody, in one act. */
export interface LastDecision {
  subjects: Pick<
    PersonalSubject,
    "id" | "kind" | "name" | "redaction" | "role" | "code" | "lockVersion"
  >[];
}

/** What is not decided on yet, and so keeps things from leaving the house. */
export interface HeldBack {
  /** A hash of all of it. */
  key: string;
  /** Finds that are open. */
  open: number;
  /** Versions of sources that are still searched. */
  unsearched: number;
  /** Whether somebody answered for exactly this. */
  released: boolean;
}

/** That somebody answers for what goes out while something is open. */
export interface Release {
  id: string;
  reason: string;
  /** Null for the terminal. */
  by: string | null;
  at: string;
}
