import { z } from "zod";
import { MAIL_LANGUAGES, type MailReason, type MailState } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { nullableUuid, uuid } from "../kernel/fields";

/** People that can be invited to one online consultation, and lines that are read of one list. */
export const MAX_INVITED = 2_000;
/** Characters of one list: far above what so many lines hold. */
export const MAX_LIST = 300_000;
/** Letters in one file. */
export const MAX_LETTERS = 300;
/** People of whom something is asked by name in one form: those of one page of the list. */
export const MAX_CHOSEN = 200;
/** People on one page of the list. */
export const INVITED_PAGE = 50;
/** Days after the consultation, and after the day on which an answer was promised, that is kept who was invited. */
export const INVITED_KEPT_DAYS = 28;
/** So many more of one group must have reacted before it is shown who did, after closing as well. */
export const SHOWN_TOGETHER = 5;

/** Who is invited; kept sealed. */
export const invited = z.object({
  name: z.string(),
  email: z.string(),
  /** Where a letter goes, in lines; empty when it is handed over. */
  address: z.string(),
});
export type Invited = z.output<typeof invited>;

/** What can be wrong with a line of a list; each has its sentence in `invitations.faults`. */
export const LINE_FAULTS = [
  "email",
  "nobody",
  "group",
  "twice",
  "order",
  "tooLong",
  "quote",
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** A person as a line of a list names them. */
export interface ListedPerson extends Invited {
  /** The line on which they begin, from 1, as an editor counts. */
  line: number;
  groupId: string | null;
}

/** What a list says. */
export interface ReadList {
  people: ListedPerson[];
  faults: { line: number; fault: LineFault; words: string }[];
}

/** What a list would do, before it is done. */
export interface ListPreview {
  faults: ReadList["faults"];
  /** Who would be added, and who is invited already. */
  fresh: (Invited & { line: number; group: string | null })[];
  known: number;
  /** Who of those is put in another group. */
  moved: (Invited & { line: number; group: string | null })[];
  /** By which it is known that what is done is what was looked at. */
  seen: string;
}

export const listInput = z.object({
  consultationId: uuid,
  list: z.string().max(MAX_LIST, says("errors.field.tooLong")),
  /** Of whom no line says a group. */
  groupId: nullableUuid,
  /** What was looked at, when somebody looked: of another list nothing is done. */
  seen: z.string().max(64).optional(),
});

const chosen = z.union([z.array(uuid), uuid.transform((id) => [id])]).optional();

/** Of whom something is asked; none is all of whom it can be. */
export const chosenInput = z.object({
  consultationId: uuid,
  ids: chosen.pipe(z.array(z.string()).max(MAX_CHOSEN, says("errors.field.invalid")).optional()),
});

const language = z.enum(MAIL_LANGUAGES, says("errors.field.choose"));
/** The full address of which the code is the last part. */
/** Stands in an address for a code that is filled in when a mail goes. */
export const CODE_PLACE = "-code-";

const page = z.url().max(500);

export const mailInput = chosenInput.extend({ language, page });
export const trialInput = z.object({ consultationId: uuid, language, page: z.url().max(1_000) });
export const withdrawInput = z.object({
  consultationId: uuid,
  ids: chosen.pipe(z.array(z.string()).min(1).max(MAX_CHOSEN)),
});
export const lettersInput = chosenInput.extend({ groupId: nullableUuid });

/** Which invitations one looks at. */
export const INVITED_SHOWN = ["all", "unsent", "failed", "silent", "withdrawn"] as const;
export type InvitedShown = (typeof INVITED_SHOWN)[number];

export interface InvitedAsked {
  search?: string;
  show?: InvitedShown;
  page?: number;
}

/** How far the invitation of one person is. */
export interface InvitationRow {
  id: string;
  /** Null when the term is over. */
  person: Invited | null;
  group: string | null;
  byMail: boolean;
  /** When somebody asked to mail them (ISO); null while nobody did. */
  askedAt: string | null;
  /** When a letter was made for them (ISO); null when none was. */
  letterAt: string | null;
  /** How far the mail is; null for a letter, and while it was not handed over. */
  mail: MailState | null;
  reason: MailReason | null;
  remindedAt: string | null;
  /** As it was known the last time that it was shown. */
  reacted: boolean;
  withdrawnAt: string | null;
}

export interface InvitationTotals {
  total: number;
  unsent: number;
  failed: number;
  silent: number;
  withdrawn: number;
  reacted: number;
  /** Without who was withdrawn; without an id who chooses a group. */
  groups: { id: string | null; name: string | null; count: number; reacted: number }[];
}

/** One letter, as it is printed. */
export interface Letter {
  /** To whom, in lines. */
  to: string[];
  /** The name after "Beste"; empty for a group. */
  name: string;
  /** As one types it over, and the full address behind the QR code. */
  code: string;
  address: string;
  /** The last day on which is kept who they are (YYYY-MM-DD); null for a group. */
  keptUntil: string | null;
}

/** What is the same in all letters and mails of one consultation, as somebody outside reads it. */
export interface InvitationWords {
  sender: string;
  title: string;
  introduction: string;
  count: number;
  minutes: number;
  opensAt: string | null;
  closesAt: string | null;
  answerBy: string | null;
  privacy: string;
  contact: string;
}
