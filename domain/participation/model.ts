import { z } from "zod";
import {
  ADMITTED,
  type Admitted,
  type AnswerState,
  type FileKind,
  MAIL_LANGUAGES,
  MODERATIONS,
  type Moderation,
  OTHERS_SHOWN,
  type OthersShown,
  POSITIONS,
  type Position,
  type RefusalReason,
} from "@/db/vocabulary";
import { momentAt } from "../kernel/dates";
import { says } from "../kernel/errors";
import {
  calendarDate,
  lockVersion,
  nullableDate,
  nullableText,
  nullableUuid,
  optionalText,
  requiredText,
  storable,
  uuid,
} from "../kernel/fields";
import { emailAddress } from "../mail/model";
import type { ShownPicture } from "../statements/model";
import type { Body } from "../text/rich-text";

/** What a stakeholder sees: nothing of what anybody said. */
export interface StakeholderPage {
  title: string;
  contractingAuthority: string;
  subject: string;
  milestones: { id: string; title: string; onDate: string }[];
  consultations: {
    id: string;
    title: string;
    heldOn: string | null;
    sector: string | null;
    statements: { id: string; number: number; text: string; explanation: string | null }[];
  }[];
}

/** Stellingen of one online consultation: nobody answers more on a phone, and what one form may cost. */
export const MAX_ASKED = 50;

/** What may be kept of one answer before it is sent; longer than may be sent, so that nothing is cut off. */
export const MAX_DRAFT = 20_000;

/** The bounds of what an author may set as the length of one reaction, in code points. */
export const LENGTHS = { least: 100, most: 10_000, usual: 2_000 } as const;

/** The bounds of what an author may set as the days in which drafts and own addresses are kept after closing. */
export const KEEP_DAYS = { least: 1, most: 730 } as const;

/** A day and a time of it as a moment; both or none. */
const momentOf = (value: string | null | undefined) => value || null;
const day = z.string().nullish().transform(momentOf).pipe(calendarDate.nullable());
const time = z
  .string()
  .nullish()
  .transform(momentOf)
  .pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, says("consultations.errors.time"))
      .nullable(),
  );

/** A box of a form: there when it is ticked. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

/** How a consultation is held online, as its form sends it. */
export const onlineSettings = z
  .object({
    consultationId: uuid,
    lockVersion,
    introduction: optionalText(2_000),
    opensOn: day,
    opensTime: time,
    closesOn: day,
    closesTime: time,
    answerBy: nullableDate,
    asksPosition: ticked,
    agree: optionalText(60),
    partly: optionalText(60),
    disagree: optionalText(60),
    none: optionalText(60),
    admits: z.enum(ADMITTED, says("errors.field.choose")),
    others: z.enum(OTHERS_SHOWN, says("errors.field.choose")),
    moderation: z.enum(MODERATIONS, says("errors.field.choose")),
    maxLength: z.coerce
      .number(says("errors.field.whole"))
      .int(says("errors.field.whole"))
      .min(LENGTHS.least, says("errors.field.whole"))
      .max(LENGTHS.most, says("errors.field.whole")),
    keepDays: z.coerce
      .number(says("errors.field.whole"))
      .int(says("errors.field.whole"))
      .min(KEEP_DAYS.least, says("errors.field.whole"))
      .max(KEEP_DAYS.most, says("errors.field.whole")),
    takesFiles: ticked,
    missingQuestion: nullableText(200),
    privacy: optionalText(5_000),
    contact: optionalText(500),
  })
  .transform(
    ({ opensOn, opensTime, closesOn, closesTime, agree, partly, disagree, none, ...rest }) => {
      const words = Object.entries({ agree, partly, disagree, none }).filter(([, word]) => word);
      return {
        ...rest,
        opensAt: opensOn && momentAt(opensOn, opensTime ?? "00:00"),
        closesAt: closesOn && momentAt(closesOn, closesTime ?? "23:59"),
        positionWords:
          words.length > 0
            ? (Object.fromEntries(words) as Partial<Record<Position, string>>)
            : null,
      };
    },
  )
  .superRefine(({ opensAt, closesAt }, context) => {
    if (opensAt && closesAt && closesAt <= opensAt) {
      context.addIssue({
        code: "custom",
        path: ["closesOn"],
        message: says("participation.errors.closesBeforeOpening"),
      });
    }
  });

/** What is the same for all of an online consultation, stored as it was set. */
export interface OnlineFacts {
  introduction: string;
  opensAt: string | null;
  closesAt: string | null;
  answerBy: string | null;
  asksPosition: boolean;
  positionWords: Partial<Record<Position, string>> | null;
  admits: Admitted;
  others: OthersShown;
  moderation: Moderation;
  maxLength: number;
  /** Whether a file may come with a reaction. */
  takesFiles: boolean;
  missingQuestion: string | null;
  /** What who reacted reads once it is closed, besides when they hear what was done; empty for what is usual. */
  thanks: string;
  privacy: string;
  contact: string;
  /** Days after closing in which drafts, and whose address is whose, are kept. */
  keepDays: number;
  /** When those were wiped. */
  wipedAt: string | null;
  openedAt: string | null;
  endedAt: string | null;
}

/** Whether one can react: it is prepared, opens later, is open, or was closed. */
export type OnlineState = "preparing" | "planned" | "open" | "closed";

/** What must be there before it can be opened. */
export type Lacking = "statements" | "introduction" | "closing" | "privacy" | "contact";

/** A stelling as participants see it. */
export interface AskedStatement {
  id: string;
  number: number;
  text: string;
  explanation: string | null;
  /** The same with its marks and lists; null when it is plain. */
  explanationBody: Body | null;
  /** With the explanation. */
  picture: ShownPicture | null;
}

/** An online consultation as who has its address sees it: nothing of what anybody said. */
export interface ConsultationPage
  extends Omit<OnlineFacts, "openedAt" | "endedAt" | "wipedAt" | "privacy" | "contact"> {
  /** What the municipality says of itself: whom to ask is meant to be read. */
  house: { privacy: string; contact: string };
  title: string;
  contractingAuthority: string;
  state: OnlineState;
  /** When one can react no more: the end of the last minute, or when somebody ended it. */
  closedFrom: string | null;
  /** Whether the address is of one person who was invited: nobody else begins there. */
  invited: boolean;
  /** Whether that invitation was withdrawn: it is closed to who has it. */
  withdrawn: boolean;
  /** Of whom the address is. */
  group: { id: string; name: string } | null;
  groups: { id: string; name: string }[];
  statements: AskedStatement[];
}

/** What one typed or chose at one stelling, or (null) at the question after them. */
export interface Typed {
  statementId: string | null;
  position: Position | null;
  text: string;
}

/** What is kept of it, unsent. */
export interface Draft extends Typed {
  n: number;
  savedAt: string;
  /** What another window had saved, when both differ. */
  other: { position: Position | null; text: string } | null;
}

/** What was sent. */
export interface SentAnswer extends Typed {
  id: string;
  /** The stelling as it was put then. */
  asked: string;
  state: AnswerState;
  /** Why it was not placed, with the sentence of who decided it. */
  refusal: Refusal | null;
  sentAt: string;
  changedAt: string | null;
}

/** Why a reaction was not placed. */
export interface Refusal {
  reason: RefusalReason;
  note: string | null;
}

/** The largest file with a reaction, those of one person together, and those of one consultation. */
export const MAX_FILE_MEGABYTES = 5;
export const MAX_FILE_BYTES = MAX_FILE_MEGABYTES * 1024 * 1024;
export const MAX_OWN_FILES_MEGABYTES = 20;
export const MAX_OWN_FILES_BYTES = MAX_OWN_FILES_MEGABYTES * 1024 * 1024;
export const MAX_ALL_FILES_BYTES = 1024 * 1024 * 1024;

/** What a browser offers to choose from; what is taken is told by content. */
export const FILES_OFFERED = ".pdf,.docx,.jpg,.jpeg,.png,.webp";

/** A file that came with an answer. */
export interface AnswerFile {
  id: string;
  fileName: string;
  kind: FileKind;
  /** Bytes. */
  byteSize: number;
}

/** The same as who sent it sees it; one that was not sent yet stands beside the one that was. */
export interface OwnFile extends AnswerFile {
  statementId: string | null;
  sent: boolean;
}

/** All of one participant. */
export interface OwnAnswers {
  group: { id: string; name: string } | null;
  number: string;
  sentAt: string | null;
  drafts: Draft[];
  answers: SentAnswer[];
  files: OwnFile[];
}

/** What is kept of one participant, for an author whom they ask. */
export interface KeptOf {
  number: string;
  group: string | null;
  /** When they began, and when they sent something the first time (ISO). */
  begunAt: string;
  sentAt: string | null;
  answers: KeptAnswer[];
  /** How much they typed and did not send, of which nobody reads the words. */
  drafts: number;
  /** Files that they did not send. */
  unsentFiles: number;
  /** When they were forgotten, because they asked. */
  forgottenAt: string | null;
}

/** An answer of them that was sent. */
export interface KeptAnswer {
  asked: string;
  state: AnswerState;
  position: Position | null;
  text: string;
  sentAt: string;
  reactionId: string | null;
  reactionNumber: number | null;
  /** Whether something rests on its words, so that they cannot be erased. */
  used: boolean;
  file: AnswerFile | null;
}

/** As many reactions of others stand on one page under one stelling, and as many places of those that were not placed. */
export const OTHERS_SHOWN_AT_ONCE = 50;

/** What people chose at a stelling: the latest position of each, once placed. Who only wrote chose none. */
export interface Thought {
  positions: Record<Position, number>;
  total: number;
  /** How many of them chose when the stelling had other words. */
  earlier: number;
}

/** What people chose, as it is read outside; null for the positions of a few. */
export interface ClosedResult extends Omit<Thought, "positions"> {
  positions: Thought["positions"] | null;
}

/** A reaction of somebody else, as a participant may read it: not by whom, not of which group. */
export interface OtherReaction {
  id: string;
  /** Null when they chose none. */
  position: Position | null;
  /** Empty when it was not placed. */
  text: string;
  /** Why it was not placed: others read this in its place. */
  refused: RefusalReason | null;
}

/** What others wrote, by stelling: fifty of each at most, and whether there are older ones. */
export interface OthersRead {
  byStatement: ReadonlyMap<string, OtherReaction[]>;
  older: boolean;
}

/** How an online consultation stands, for who prepares it. */
export interface OnlineOverview extends OnlineFacts {
  consultationId: string;
  lockVersion: number;
  state: OnlineState;
  lacking: Lacking[];
  /** Everybody first, then by group. */
  addresses: { groupId: string | null; group: string | null; code: string }[];
  statements: (AskedStatement & { statementId: string; shown: boolean; answers: number })[];
  /** Who reacted, and how often, of what counts. */
  participants: number;
  answers: number;
  /** Reactions that somebody is to look at: those that wait, and those that were flagged. */
  toModerate: number;
}

/** People of one group of whom is said how many they are; of fewer it is said with others. */
export const FEWEST_SHOWN = 5;
/** Reactions that came in last, as many as are looked at for what is new. */
export const LATEST = 20;
/** Characters of one that are shown there. */
export const LATEST_CHARACTERS = 240;

/** A group that may be heard; without an id whoever is of none. */
export interface HeardGroup {
  id: string | null;
  name: string | null;
  /** Whether it is expected at the table. */
  expected: boolean;
  people: number;
}

/** How many people of one group were heard, or of a few together. */
export interface HeardRow {
  groups: Omit<HeardGroup, "people">[];
  people: number;
}

/** A reaction that came in, as it stands among the latest. */
export interface LatestReaction {
  reactionId: string;
  number: number;
  group: string | null;
  /** The number of the stelling; null for the question after them. */
  statement: number | null;
  /** Null when none was chosen. */
  position: Position | null;
  /** Its own words, cut off; empty when there are none. */
  text: string;
  /** When it was sent, or changed (ISO). */
  sentAt: string;
}

/** What came in until one moment, of what counts. */
export interface Followed {
  consultationId: string;
  /** When it was asked (ISO). */
  at: string;
  state: OnlineState;
  /** When one can react no more (ISO). */
  closedFrom: string | null;
  closesAt: string | null;
  answerBy: string | null;
  lockVersion: number;
  people: number;
  answers: number;
  /** As `heardTogether` says it. */
  heard: HeardRow[];
  statements: (Thought & {
    statementId: string;
    number: number;
    text: string;
    /** Of people, with a position, words or both. */
    answers: number;
  })[];
  asksPosition: boolean;
  positionWords: Partial<Record<Position, string>> | null;
  /** Answers to the question after the stellingen; null when it is not put. */
  missing: { question: string; count: number } | null;
  latest: LatestReaction[];
  toModerate: number;
}

export const beginInput = z.object({ groupId: nullableUuid });

const typedText = z
  .string()
  .optional()
  .transform((value) => storable(value ?? "").trim())
  .pipe(z.string().max(MAX_DRAFT, says("errors.field.tooLong")));

export const draftsInput = z.object({
  answers: z
    .array(
      z.object({
        statementId: uuid.nullable(),
        position: z.enum(POSITIONS).nullable(),
        text: typedText,
        /** The number of the draft that stood in the form; 0 for none. */
        seen: z.coerce.number().int().min(0).max(1_000_000),
      }),
    )
    .max(MAX_ASKED + 1),
});

/** A file with the answer to a stelling, or (null) to the question after them. */
export const attachInput = z.object({
  statementId: uuid.nullable(),
  fileName: z.string().transform(clippedName).pipe(requiredText(200)),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** A name of a file as it is kept: of a long one the ending stays. */
function clippedName(name: string): string {
  if (name.length <= 200) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, 200 - ending.length) + ending;
}

/** Who asks, by the number on their receipt. */
export const requestInput = z.object({
  consultationId: uuid,
  number: requiredText(40),
});
export const removalInput = requestInput.extend({ reason: requiredText(500) });

/** To whom a receipt is mailed, in which language, and the full address of which theirs is a part. */
export const receiptMailInput = z.object({
  email: emailAddress,
  language: z.enum(MAIL_LANGUAGES, says("errors.field.choose")),
  address: z.url().max(1_000),
});
/** Receipts that one person has mailed at most: whoever reacts can name any address. */
export const MAX_RECEIPTS = 3;
/** And all together in an hour: whoever begins often enough could otherwise fill anybody's letterbox. */
export const MAX_RECEIPTS_AN_HOUR = 500;

export const removeFileInput = z.object({ statementId: uuid.nullable() });

export const consultationInput = z.object({ consultationId: uuid });
export const endInput = z.object({ consultationId: uuid, lockVersion });
export const thankInput = z.object({
  consultationId: uuid,
  lockVersion,
  /** The last day on which they hear what was done: thanks have a date. */
  answerBy: calendarDate,
  thanks: optionalText(1_000),
});
export const copyInput = z.object({ consultationId: uuid, title: requiredText(200) });
