import { z } from "zod";
import type { MailLanguage, MailReason, MailState } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { requiredText } from "../kernel/fields";

/** An address of e-mail, in small letters. */
export const emailAddress = requiredText(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.email(says("errors.field.email")));

/** An address of which one sees where mail went, and not to whom: `a***@voorbeeld.nl`. */
export const masked = (email: string): string => email.replace(/^(.?)[^@]*(?=@|$)/su, "$1***");

/** What an invitation to react online says; `address` is of one person alone. */
const invitation = z.object({
  name: z.string(),
  sender: z.string(),
  title: z.string(),
  introduction: z.string(),
  count: z.int(),
  minutes: z.int(),
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  answerBy: z.iso.date().nullable(),
  privacy: z.string(),
  contact: z.string(),
  keptUntil: z.iso.date().nullable(),
  address: z.url(),
});

/** That reactions are in; `address` is of who sent them alone. */
const receipt = z.object({
  sender: z.string(),
  title: z.string(),
  number: z.string(),
  sentAt: z.iso.datetime(),
  closesAt: z.iso.datetime().nullable(),
  answerBy: z.iso.date().nullable(),
  contact: z.string(),
  address: z.url(),
});

/**
 * That it stands in an edition what was done with what people said. It goes to all who were invited: who reacted is known of
 * nobody.
 */
const outcome = z.object({
  name: z.string(),
  sender: z.string(),
  title: z.string(),
  number: z.string(),
  /** The edition. */
  edition: z.url(),
  /** Where one reads it of one's own reactions; null when the code is no longer kept. */
  own: z.url().nullable(),
  contact: z.string(),
  keptUntil: z.iso.date().nullable(),
});

/** The templates there are, and what each must be told. Their texts stand in `rules/letters.ts`. */
export const MAIL_VALUES = {
  /** Sent by an administrator, to see whether mail arrives. */
  test: z.object({ name: z.string() }),
  /** `address` signs in, until the moment `until` (ISO). */
  signInLink: z.object({ name: z.string(), address: z.url(), until: z.iso.datetime() }),
  invitation,
  /** The same, once more, to who did not react. */
  reminder: invitation,
  receipt,
  outcome,
};

/** Those to who reacts: who looks after mail sees of their address only that there is one. */
export const OF_PARTICIPANTS: readonly string[] = ["receipt"] satisfies MailTemplate[];

export type MailTemplate = keyof typeof MAIL_VALUES;

/** A mail to be sent: which text, filled with what, to whom. */
export type NewMail = {
  [Template in MailTemplate]: {
    template: Template;
    values: z.output<(typeof MAIL_VALUES)[Template]>;
    to: string;
    language: MailLanguage;
    /** From when it is of no use any more (ISO): not sent after that. */
    endsAt?: string;
  };
}[MailTemplate];

/**
 * A mail of which its owner says just before it goes whether it still goes, to whom, and with what it is filled: nothing
 * of that lies in its row.
 */
export interface AskedMail {
  template: MailTemplate;
  /** What the owner must know beside the id of the mail. */
  about: Record<string, string>;
  language: MailLanguage;
}

/** What an owner says: that, or that it is too late for it, or that it is to be forgotten. */
export type Told = { to: string; values: unknown } | "tooLate" | "forget";

/** What is sealed of a mail; without an address its owner is asked, by the values. */
export const mailContents = z.object({ to: z.string().nullable(), values: z.unknown() });

/** A mail as an administrator sees it: for whom, as long as that is kept here, and never what it says. */
export interface MailRow {
  id: string;
  template: string;
  state: MailState;
  to: string | null;
  /** Whether only its owner knows for whom it is. */
  elsewhere: boolean;
  attempts: number;
  /** When it is tried again (ISO). */
  dueAt: string;
  createdAt: string;
  settledAt: string | null;
  reason: MailReason | null;
  replyCode: string | null;
  /** Whether it can be sent once more. */
  retriable: boolean;
}

/** How many days a row is kept, and with it the address of a mail that was not sent. */
export const MAIL_KEPT_DAYS = 30;

export interface SmtpServer {
  kind: "smtp";
  host: string;
  port: number;
  /** Encrypted from the first byte, or (STARTTLS) before anything is said; `none` for a server on this machine. */
  tls: "from start" | "upgrade" | "none";
  login?: { user: string; pass: string };
}

export interface MailSettings {
  way: SmtpServer | { kind: "folder"; folder: string };
  from: { name: string; address: string };
  /** Whether people get what is sent: not when it lies in a folder that nobody named. */
  arrives: boolean;
}

const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const TLS = { "smtps:": "from start", "smtp:": "upgrade" } as const;
/** Where a mail is handed in, and where it is with TLS from the start. */
const PORTS = { "smtps:": 465, "smtp:": 587 } as const;

const smtpServer = text.transform((value, context): SmtpServer | undefined => {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const scheme = url?.protocol as keyof typeof TLS;
  const none = url?.searchParams.get("tls") === "none";
  const known = url && scheme in TLS && url.hostname !== "" && url.pathname.length <= 1;
  const asked = [...(url?.searchParams.keys() ?? [])];
  if (!known || asked.some((name) => name !== "tls") || (asked.length > 0 && !none)) {
    context.addIssue({ code: "custom", message: "no address of a mail server" });
    return z.NEVER;
  }
  // A password in the clear is everybody's on the way.
  if (none && url.username !== "") {
    context.addIssue({ code: "custom", message: "a password without TLS" });
    return z.NEVER;
  }
  return {
    kind: "smtp",
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || PORTS[scheme]),
    tls: none ? "none" : TLS[scheme],
    login: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
  };
});

/** `Gemeente Voorbeeld <herleid@voorbeeld.nl>`, or the address alone. */
const sender = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const [, name = "", address = value] = /^([^<>\n]*)<([^<>\s]+)>$/.exec(value) ?? [];
  if (!z.email().safeParse(address).success) {
    context.addIssue({ code: "custom", message: "no sender" });
    return z.NEVER;
  }
  return { name: name.trim().replace(/^"(.*)"$/, "$1") || address, address };
});

/** Nobody reads what is answered to it. */
const NO_SENDER = { name: "Herleid", address: "herleid@herleid.invalid" };

/**
 * What the environment says of mail: `HERLEID_SMTP`, `HERLEID_MAIL_FROM`, `HERLEID_MAIL_FOLDER`. The first
 * path of an issue is the variable that is wrong.
 */
export const mailEnvironment = z
  .object({
    HERLEID_SMTP: smtpServer,
    HERLEID_MAIL_FROM: sender,
    HERLEID_MAIL_FOLDER: text,
    HERLEID_DATA: text,
  })
  .superRefine((given, context) => {
    if (given.HERLEID_SMTP && !given.HERLEID_MAIL_FROM) {
      context.addIssue({ code: "custom", path: ["HERLEID_MAIL_FROM"], message: "no sender" });
    }
  })
  .transform(
    (given): MailSettings => ({
      way: given.HERLEID_SMTP ?? {
        kind: "folder",
        folder:
          given.HERLEID_MAIL_FOLDER ?? [given.HERLEID_DATA ?? ".data/herleid", "mail"].join("/"),
      },
      from: given.HERLEID_MAIL_FROM ?? NO_SENDER,
      arrives: Boolean(given.HERLEID_SMTP ?? given.HERLEID_MAIL_FOLDER),
    }),
  );
