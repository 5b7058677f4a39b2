import path from "node:path";
import { z } from "zod";
import { type Database, database } from "@/db/client";
import { goneIn } from "@/db/errors";
import { enqueue } from "@/db/jobs";
import { uuid } from "../../kernel/fields";
import { defineJob } from "../../kernel/job";
import type { JobScope } from "../../kernel/scope";
import {
  type AskedMail,
  MAIL_VALUES,
  type MailSettings,
  type MailTemplate,
  mailEnvironment,
  type NewMail,
  type Told,
} from "../model";
import { messageOf, pageToRead, write } from "../render";
import {
  contentsOf,
  dueMails,
  forgetMails,
  insertMail,
  noteGoingOut,
  noteOutcome,
  oldMails,
  TURN_SECONDS,
  type Turn,
  takeBackMails,
  takeTurn,
} from "../rows";
import { type Outcome, SENT } from "../rules/delivery";
import { putInFolder } from "./folder";
import { sendBySmtp } from "./smtp";

const POSTMAN: JobScope["actor"] = { type: "job", name: "achtergrondtaak: mail versturen" };

/** Less than a turn, so that who is told to stop has stopped before another takes it. */
const SEND_SECONDS = TURN_SECONDS - 30;

/** Sends one mail when it is its time. The row decides; a job too many does nothing. */
export const sendMailJob = defineJob({
  queue: "mail.send",
  actor: POSTMAN,
  data: z.object({ mailId: uuid }),
  // Only for what is no matter of mail, as a database that is away.
  retries: 5,
  seconds: SEND_SECONDS,
  atOnce: 2,
  due: dueMails,
  run: ({ mailId }, _actor, signal) => deliver(mailId, signal),
});

type Owner = (db: Database, mail: { id: string; about: unknown }) => Promise<Told>;
const owners = new Map<string, Owner>();

/**
 * Says who is asked, just before a mail goes, whether it still does and for whom it is. Called where the jobs of that owner
 * are defined: every process that works off jobs has those.
 */
export function letTell(template: MailTemplate, owner: Owner): void {
  owners.set(template, owner);
}

/** Takes away rows that are older than they are kept. */
export const forgetMailJob = defineJob({
  queue: "mail.forget",
  actor: POSTMAN,
  data: z.object({}),
  retries: 5,
  seconds: 60,
  due: async (db) => ((await oldMails(db)) ? [{}] : []),
  run: async () => forgetMails(await database()),
});

/**
 * Sends a mail, when and only when the transaction commits. All that others need to send one: the name of a
 * template (`MAIL_VALUES`), its values, an address and a language.
 *
 * @returns the id of its row.
 * @throws ZodError for values that its template does not know.
 */
export async function queueMail(
  tx: Database,
  wanted: NewMail | AskedMail,
): Promise<{ id: string }> {
  const { id } = await insertMail(tx, wanted);
  await enqueue(tx, [sendMailJob.request({ mailId: id })]);
  return { id };
}

async function deliver(mailId: string, signal: AbortSignal): Promise<void> {
  const db = await database();
  const todo = await takeTurn(db, mailId);
  if (todo === "nothing") return;
  if ("lookIn" in todo) return lookAgain(db, mailId, todo.lookIn);
  const { turn } = todo;
  const outcome = await attempt(db, turn, signal);
  if (outcome === "forget") return patiently(() => takeBackMails(db, [mailId]));
  await patiently(() =>
    db.transaction(async (transaction) => {
      const tx = transaction as unknown as Database;
      const wait = await noteOutcome(tx, turn, outcome);
      if (wait !== null) await lookAgain(tx, mailId, wait);
    }),
  );
}

async function lookAgain(tx: Database, mailId: string, seconds: number): Promise<void> {
  // A second later than it is due, for moments are rounded.
  await enqueue(tx, [sendMailJob.request({ mailId }, { afterSeconds: seconds + 1 })]);
}

async function attempt(db: Database, turn: Turn, signal: AbortSignal): Promise<Outcome | "forget"> {
  const settings = mailEnvironment.parse(process.env);
  const read = await readMail(db, turn, settings);
  if (read === "forget") return read;
  if (typeof read === "string") return { state: "failed", reason: read, replyCode: null };
  const { to, written } = read;
  const { id, createdAt: at } = turn;
  const goesOut = async () => {
    if (!(await noteGoingOut(db, turn))) throw new Error("somebody else has the turn");
  };
  if (settings.way.kind === "folder") {
    await putInFolder(path.resolve(/*turbopackIgnore: true*/ settings.way.folder), {
      id,
      at,
      page: pageToRead(written, to),
    });
    return SENT;
  }
  return sendBySmtp(settings.way, {
    from: settings.from.address,
    to,
    message: await messageOf(written, { id, to, at, settings }),
    goesOut,
    signal,
  });
}

async function readMail(
  db: Database,
  { id, template, language, sealed }: Turn,
  { from }: MailSettings,
) {
  const contents = contentsOf(id, sealed);
  if (!contents) return "unreadable";
  const { to, values: about } = contents;
  const told = to === null ? await ownerOf(template)(db, { id, about }) : { to, values: about };
  if (typeof told === "string") return told;
  // A row of a version that this one does not know.
  const values = MAIL_VALUES[template as MailTemplate]?.safeParse(told.values);
  if (!values?.success) return "unreadable";
  const filled = { template, values: values.data } as Pick<NewMail, "template" | "values">;
  return { to: told.to, written: write(filled, language, from.name) };
}

function ownerOf(template: string): Owner {
  const owner = owners.get(template);
  if (!owner) throw new Error(`nobody says what the mail "${template}" is filled with`);
  return owner;
}

const PATIENCE = 6;

/** What is known of a mail that went out is written down, also when the database is away for half a minute. */
async function patiently(work: () => Promise<void>, tried = 1): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tried >= PATIENCE || !goneIn(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** tried));
    return patiently(work, tried + 1);
  }
}
