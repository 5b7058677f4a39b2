import type PgBoss from "pg-boss";
import type { Database } from "./client";
import type { Client } from "./connection";
import { goneIn } from "./errors";
import { withoutWords } from "./faults";

/**
 * The queues there are. A queue is a table, so it is made with the other tables when the database
 * is opened; what a job in it does stands with its handler.
 */
export const QUEUES = [
  "account.sendLink",
  "invitation.queue",
  "invitation.tend",
  "mail.send",
  "mail.forget",
  "source.read",
  "source.destroyOriginal",
  "source.revise",
  "source.locate",
  "source.search",
  "participation.search",
  "participation.wipe",
  "edition.adopt",
  "edition.compare",
  "upload.inspect",
  "upload.forget",
  "upload.addReactions",
] as const;

/** Where a job goes whose retries are spent. */
export const gaveUp = (queue: string) => `${queue}.gaveUp`;

/** A job to be done, as a command hands it over beside its audit. */
export interface JobRequest {
  queue: string;
  /** Ids and no contents: it stays readable in the queue's tables for a week. */
  data: object;
  /** How often it is taken again after it failed. */
  retries: number;
  /** A job that is not done after so many seconds is taken to be lost, and done again. */
  expireInSeconds: number;
  /** Not before so many seconds from now. */
  afterSeconds?: number;
}

/** On this channel the name of a queue is heard when a job has come in it. */
export const JOBS_CHANNEL = "herleid_jobs";

type Executor = PgBoss.Db;

interface EmbeddedClient {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
}

/** Lets pg-boss use a database or a transaction of ours. */
function executorOf(db: Database): Executor {
  const { session } = db as unknown as { session: { client: Client | EmbeddedClient } };
  const { client } = session;
  const execute = async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => {
    if ("unsafe" in client) {
      const rows = await client.unsafe(text, values);
      // A script gives the rows of each of its statements.
      return { rows: Array.isArray(rows[0]) ? (rows.at(-1) as unknown as unknown[]) : rows };
    }
    if (values.length > 0) return client.query(text, values);
    return (await client.exec(text)).at(-1) ?? { rows: [] };
  };
  return {
    executeSql: (text, given: unknown[] = []) =>
      withoutWords(text, () => execute(text, given.map(plain))),
  };
}

/** Values as the drivers take them: drizzle has switched off what turns dates and objects to text. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return JSON.stringify(value);
  }
  return value ?? null;
}

/** How often a database that is away for a moment is asked. */
const TRIES = 7;

/**
 * The same for the worker, which does not wait for its own bookkeeping: a database that is away for
 * a moment is asked again (0.25 s, 0.5 s, … up to half a minute in all), and `settled` tells when
 * all has been written down.
 */
function patientExecutorOf(db: Database): Executor & { settled: () => Promise<unknown> } {
  const { executeSql } = executorOf(db);
  const busy = new Set<Promise<unknown>>();
  const ask = async (text: string, values: unknown[], tried = 1) => {
    try {
      return await executeSql(text, values);
    } catch (error) {
      if (tried >= TRIES || !goneIn(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 125 * 2 ** tried));
      return ask(text, values, tried + 1);
    }
  };
  return {
    executeSql: (text, values) => {
      const asked = ask(text, values);
      const done = asked.finally(() => busy.delete(done)).catch(() => {});
      busy.add(done);
      return asked;
    },
    settled: () => Promise.all(busy),
  };
}

/** Makes the tables of pg-boss, brings them up to date, and adds the queues that are new. */
export async function installQueues(
  db: Database,
  queues: readonly string[] = QUEUES,
): Promise<void> {
  const boss = await bossOn(executorOf(db), { supervise: false });
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(gaveUp(queue));
    await boss.createQueue(queue, { name: queue, deadLetter: gaveUp(queue) });
  }
  await boss.stop({ graceful: false });
}

/** Whether the tables of pg-boss are of this version and every queue is there, for who may not make them. */
export async function queuesStand(
  db: Database,
  queues: readonly string[] = QUEUES,
): Promise<boolean> {
  const boss = await bossOn(executorOf(db), { supervise: false, migrate: false });
  try {
    await boss.start();
    const there = new Set((await boss.getQueues()).map(({ name }) => name));
    return queues.every((queue) => there.has(queue) && there.has(gaveUp(queue)));
  } catch (error) {
    // What pg-boss says of its own tables; anything else is another trouble.
    if (/is not installed|requires migrations/.test(String(error))) return false;
    throw error;
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** A pg-boss that works off queues in this process, and the end of its bookkeeping. */
export async function openBoss(
  db: Database,
  options: PgBoss.ConstructorOptions,
): Promise<{ boss: PgBoss; settled: () => Promise<unknown> }> {
  const executor = patientExecutorOf(db);
  return { boss: await bossOn(executor, options), settled: executor.settled };
}

async function bossOn(db: Executor, options: PgBoss.ConstructorOptions): Promise<PgBoss> {
  // Not before it is needed: it brings a driver of its own along.
  const { default: Boss } = await import("pg-boss");
  return new Boss({ schedule: false, migrate: true, ...options, db });
}

/** Enqueues jobs within a transaction: they are there when it commits, and else they never were. */
export async function enqueue(tx: Database, jobs: readonly JobRequest[]): Promise<void> {
  if (jobs.length === 0) return;
  const db = executorOf(tx);
  const boss = await bossOn(db, {});
  for (const { queue, data, retries, expireInSeconds, afterSeconds } of jobs) {
    await boss.send(queue, data, {
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds,
      startAfter: afterSeconds,
      deadLetter: gaveUp(queue),
      db,
    });
    // Heard by all processes when the transaction commits, so that nobody need look all the time.
    await db.executeSql("select pg_notify($1, $2)", [JOBS_CHANNEL, queue]);
  }
}

/**
 * Takes back what a process left behind that is no more. Only for the embedded database, where no
 * other process can be at work on it: it is given out again as after any other failure.
 */
export async function takeBack(db: Database): Promise<void> {
  await executorOf(db).executeSql(
    `update pgboss.job set started_on = now() - expire_in - interval '1 second'
      where state = 'active'`,
    [],
  );
}
