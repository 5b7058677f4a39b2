import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray, lt, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mail } from "@/db/schema";
import { seal, unseal } from "@/db/seal";
import type { MailLanguage } from "@/db/vocabulary";
import {
  type AskedMail,
  MAIL_KEPT_DAYS,
  MAIL_VALUES,
  type MailTemplate,
  mailContents,
  type NewMail,
} from "./model";
import { type Outcome, secondsToWait } from "./rules/delivery";

/** How long an attempt takes at most; after that whoever made it is taken to be gone, in seconds. */
export const TURN_SECONDS = 90;

const about = (id: string) => `mail ${id}`;
const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds}::int)`;

/**
 * Writes down a mail to be sent. Others call `queueMail` (`jobs`), which also sees to it that it goes.
 *
 * @throws ZodError for values that its template does not know.
 */
export async function insertMail(
  tx: Database,
  wanted: NewMail | AskedMail,
): Promise<{ id: string }> {
  const { template, language } = wanted;
  const id = randomUUID();
  const [contents, endsAt] =
    "about" in wanted
      ? [{ to: null, values: wanted.about }, null]
      : [
          { to: wanted.to, values: MAIL_VALUES[template].parse(wanted.values) },
          wanted.endsAt ?? null,
        ];
  const sealed = seal(about(id), JSON.stringify(contents));
  await tx.insert(mail).values({ id, template, language, sealed, endsAt });
  return { id };
}

/** For whom a mail is and with what it is filled; null when that was wiped or cannot be opened. */
export function contentsOf(id: string, sealed: string | null) {
  const words = sealed && unseal(about(id), sealed);
  return words ? mailContents.parse(JSON.parse(words)) : null;
}

/** Somebody's turn at a mail: what it is, and by which turn they say what became of it. */
export interface Turn {
  id: string;
  turn: string;
  /** How often it was tried, this time included. */
  attempt: number;
  template: string;
  language: MailLanguage;
  sealed: string | null;
  createdAt: string;
}

/** What is to be done of a mail now: send it, look again in so many seconds, or nothing. */
export type ToDo = { turn: Turn } | { lookIn: number } | "nothing";

/**
 * Takes the turn at a mail when it is one's time: only one has it. What went out and was never heard of again
 * is perhaps sent from now on; what is of no use any more has failed.
 */
export async function takeTurn(db: Database, id: string): Promise<ToDo> {
  return db.transaction(async (transaction): Promise<ToDo> => {
    const tx = transaction as unknown as Database;
    const [found] = await tx
      .select({
        id: mail.id,
        state: mail.state,
        attempts: mail.attempts,
        template: mail.template,
        language: mail.language,
        sealed: mail.sealed,
        createdAt: mail.createdAt,
        // By the clock of the database: those of two machines differ.
        waits: sql<number>`greatest(0, ceil(extract(epoch from ${mail.dueAt} - now())))::int`,
        ended: sql<boolean>`coalesce(${mail.endsAt} <= now(), false)`,
      })
      .from(mail)
      .where(and(eq(mail.id, id), inArray(mail.state, ["waiting", "sending"])))
      .for("update");
    if (!found) return "nothing";
    const { state, attempts, waits, ended, ...what } = found;
    if (state === "waiting" && ended) {
      await settle(tx, id, { state: "failed", reason: "tooLate", replyCode: null });
      return "nothing";
    }
    if (waits > 0) return { lookIn: waits };
    if (state === "sending") {
      await settle(tx, id, { state: "perhaps", reason: "interrupted", replyCode: null });
      return "nothing";
    }
    const [attempt, turn] = [attempts + 1, randomUUID()];
    await tx
      .update(mail)
      .set({ turn, attempts: attempt, dueAt: inSeconds(TURN_SECONDS) })
      .where(eq(mail.id, id));
    return { turn: { ...what, turn, attempt } };
  });
}

const ofTurn = ({ id, turn }: Turn) =>
  and(eq(mail.id, id), eq(mail.turn, turn), inArray(mail.state, ["waiting", "sending"]));

/** Says that the words are about to leave. @returns whether one still has the turn: else they must not. */
export async function noteGoingOut(db: Database, turn: Turn): Promise<boolean> {
  const changed = await db
    .update(mail)
    .set({ state: "sending" })
    .where(and(ofTurn(turn), eq(mail.state, "waiting"), sql`${mail.dueAt} > now()`))
    .returning({ id: mail.id });
  return changed.length > 0;
}

/**
 * Writes down what became of an attempt.
 *
 * @returns after how many seconds it is tried again; null when it is not.
 */
export async function noteOutcome(
  tx: Database,
  turn: Turn,
  outcome: Outcome,
): Promise<number | null> {
  const [mine] = await tx.select({ id: mail.id }).from(mail).where(ofTurn(turn)).for("update");
  if (!mine) return null;
  const wait = outcome.state === "waiting" ? secondsToWait(turn.attempt) : null;
  if (outcome.state !== "waiting" || wait === null) {
    await settle(
      tx,
      turn.id,
      outcome.state === "waiting" ? { ...outcome, state: "failed" } : outcome,
    );
    return null;
  }
  await tx
    .update(mail)
    .set({
      state: "waiting",
      dueAt: inSeconds(wait),
      reason: outcome.reason,
      replyCode: outcome.replyCode?.toString() ?? null,
    })
    .where(eq(mail.id, turn.id));
  return wait;
}

async function settle(tx: Database, id: string, { state, reason, replyCode }: Outcome) {
  await tx
    .update(mail)
    .set({
      state,
      reason,
      replyCode: replyCode?.toString() ?? null,
      settledAt: sql`now()`,
      // What went out is nobody's business any more.
      ...(state === "sent" ? { sealed: null } : {}),
    })
    .where(eq(mail.id, id));
}

/** Lets a mail that failed, or was perhaps sent, wait again as if it were new. */
export async function startAgain(tx: Database, id: string): Promise<void> {
  await tx
    .update(mail)
    .set({
      state: "waiting",
      attempts: 0,
      dueAt: sql`now()`,
      settledAt: null,
      reason: null,
      replyCode: null,
    })
    .where(eq(mail.id, id));
}

/**
 * Takes mails back that did not go out yet: they never will. One that is going out, or went, stays as it is.
 */
export async function takeBackMails(tx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(mail).where(and(inArray(mail.id, [...ids]), eq(mail.state, "waiting")));
}

/** A mail, locked, with what decides whether it can be sent again; undefined when it is not there. */
export async function lockMail(tx: Database, id: string) {
  const [found] = await tx
    .select({
      id: mail.id,
      state: mail.state,
      attempts: mail.attempts,
      sealed: mail.sealed,
      ended: sql<boolean>`coalesce(${mail.endsAt} <= now(), false)`,
    })
    .from(mail)
    .where(eq(mail.id, id))
    .for("update");
  return found;
}

/** Mails at a time for which a lost job is made anew. */
const DUE_AT_ONCE = 1_000;

/** Mails that should have been tried by now: nobody may be on the way to them. */
export async function dueMails(db: Database): Promise<{ mailId: string }[]> {
  return db
    .select({ mailId: mail.id })
    .from(mail)
    .where(and(inArray(mail.state, ["waiting", "sending"]), lte(mail.dueAt, sql`now()`)))
    .orderBy(mail.dueAt)
    .limit(DUE_AT_ONCE);
}

/** How many mails of a template were asked for in the last hour. */
export async function askedLastHour(db: Database, template: MailTemplate): Promise<number> {
  return db.$count(
    mail,
    and(eq(mail.template, template), gt(mail.createdAt, sql`now() - interval '1 hour'`)),
  );
}

const old = lt(mail.createdAt, sql`now() - make_interval(days => ${MAIL_KEPT_DAYS}::int)`);

/** Whether there are rows whose time is over. */
export async function oldMails(db: Database): Promise<boolean> {
  const [found] = await db.select({ id: mail.id }).from(mail).where(old).limit(1);
  return found !== undefined;
}

/** Takes away all rows whose time is over, whatever became of them. */
export async function forgetMails(db: Database): Promise<void> {
  await db.delete(mail).where(old);
}
