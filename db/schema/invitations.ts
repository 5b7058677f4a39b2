import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { MAIL_LANGUAGES, MAIL_STATES, type MailLanguage } from "../vocabulary";
import { createdAt, id, moment, oneOf } from "./columns";
import { dossier, stakeholderGroup } from "./dossiers";
import { onlineConsultation } from "./participation";

/** What somebody asked to be mailed, and was not handed over yet. */
export interface PendingMail {
  what: "invitation" | "reminder" | "outcome";
  language: MailLanguage;
  /** The full address of which a code is the last part; of an outcome with `CODE_PLACE` where it stands. */
  page: string;
  /** Of an outcome: the full address of the edition in which it stands, and its number. */
  edition?: { address: string; number: string };
}

/** One person who is invited to one online consultation. Nothing here leads to what they wrote: see decision 045. */
export const invitation = pgTable(
  "invitation",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    /** As whom they react; null where they choose it themselves. */
    stakeholderGroupId: uuid("stakeholder_group_id").references(() => stakeholderGroup.id, {
      onDelete: "set null",
    }),
    /** Who it is, sealed; null when the term is over. */
    sealed: text("sealed"),
    /** By which the same person is known when a list comes twice: made with a secret. Null when the term is over, or it was withdrawn. */
    personKey: text("person_key"),
    byMail: boolean("by_mail").notNull(),
    /** Not the hash under which who reacts is known: see `codeHash`. */
    codeSha256: text("code_sha256").notNull().unique(),
    /** The code, sealed, as long as somebody may have to be told it (again); null once it is shown that they reacted. */
    sealedCode: text("sealed_code"),
    pending: jsonb("pending").$type<PendingMail>(),
    /** When somebody asked to mail them. */
    askedAt: moment("asked_at"),
    /** When a letter was made for them the first time. */
    letterAt: moment("letter_at"),
    /** The last day on which is kept who they are, as a mail or a letter promised it; null while nothing did. */
    keptUntil: date("kept_until", { mode: "string" }),
    language: text("language", { enum: MAIL_LANGUAGES }),
    mailId: uuid("mail_id"),
    /** How far that mail was, for when its own row is gone. */
    mailState: text("mail_state", { enum: MAIL_STATES }),
    remindedAt: moment("reminded_at"),
    reminderId: uuid("reminder_id"),
    /** When they were told, once, that it stands in an edition what was done with what people said. */
    outcomeAt: moment("outcome_at"),
    outcomeId: uuid("outcome_id"),
    /** Whether it is shown that they reacted: of several of a group at a time, and never of one. */
    reacted: boolean("reacted").notNull().default(false),
    tendedOn: date("tended_on", { mode: "string" }),
    withdrawnAt: moment("withdrawn_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("invitation_person").on(t.consultationId, t.personKey),
    index("invitation_dossier").on(t.dossierId),
    index("invitation_group").on(t.stakeholderGroupId),
    index("invitation_pending").on(t.consultationId).where(sql`${t.pending} is not null`),
    index("invitation_mail_row").on(t.mailId),
    index("invitation_reminder_row").on(t.reminderId),
    index("invitation_outcome_row").on(t.outcomeId),
    check(
      "invitation_language",
      sql`${t.language} is null or ${oneOf(t.language, MAIL_LANGUAGES)}`,
    ),
    check("invitation_mail", sql`${t.mailState} is null or ${oneOf(t.mailState, MAIL_STATES)}`),
    // Who was withdrawn can be invited anew, as somebody else.
    check(
      "invitation_forgotten",
      sql`(${t.sealed} is null or ${t.withdrawnAt} is not null) = (${t.personKey} is null)`,
    ),
    // Shown and known are one step: what can be made for a person says nothing of whether they reacted.
    check("invitation_shown", sql`not ${t.reacted} or ${t.sealedCode} is null`),
  ],
);
