import fs from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { hostsOf, readAddress } from "./address";
import { adoptNames } from "./adopt-names";
import { adoptChains } from "./audit";
import { auditKeysFor, setAuditKeys } from "./audit-key";
import { type Connection, connect, type Servers, serversOf } from "./connection";
import { DatabaseGone, DatabaseProblem } from "./errors";
import { applyGuards, guardsStand, liftViews } from "./guards";
import { installQueues, queuesStand } from "./jobs";
import { Lanes } from "./lanes";
import { lockFolder } from "./lock";
import { MIGRATION_LOCK, MIGRATIONS, refuseNewer } from "./migrate";
import { grantTo, isLesserRole, roleIn } from "./roles";
import * as schema from "./schema";

/** A database or a transaction in it: queries do not care which. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  db: Database;
  engine: "embedded" | "server";
  /** Asks the database something small. @throws when it does not answer. */
  ask(): Promise<unknown>;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** Address of a PostgreSQL server, 15 or newer. Without it the embedded one is used. */
  url?: string;
  /** Address without a pooler in between, for migrations and LISTEN, when `url` has one. */
  directUrl?: string;
  /** The same database for the role that owns the tables: opened to bring them up to date, then closed. */
  ownerUrl?: string;
  /** Folder of the embedded database; `null` keeps it in memory. */
  folder?: string | null;
  /** A dump to start the embedded database from (see `template` in the tests). */
  dump?: Blob;
  /** Progress in words, for who waits at a terminal. */
  onStep?: (step: "opening" | "creating" | "migrating") => void;
}

/** What the environment says: `DATABASE_URL` (and `DATABASE_DIRECT_URL`), else the folder `HERLEID_DATA` (default `.data/herleid`). */
export function configFromEnvironment(): DatabaseConfig {
  const url = process.env.DATABASE_URL;
  if (url) {
    return {
      url,
      directUrl: process.env.DATABASE_DIRECT_URL || undefined,
      ownerUrl: process.env.DATABASE_OWNER_URL || undefined,
    };
  }
  return {
    folder: path.resolve(/*turbopackIgnore: true*/ process.env.HERLEID_DATA || ".data/herleid"),
  };
}

/**
 * Opens the database, brings its tables up to date and hands it over.
 *
 * @throws DatabaseProblem when the folder is in use or unreadable, the address is none, the server
 *   does not answer or refuses, or the database is newer than this code; nothing is changed then.
 */
export async function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
  return config.url ? openServer(config) : openEmbedded(config);
}

async function openServer(config: DatabaseConfig): Promise<OpenDatabase> {
  const { url = "", directUrl, ownerUrl } = config;
  const address = readAddress(url, "DATABASE_URL");
  setAuditKeys(auditKeysFor({ url }));
  const [{ drizzle }, { migrate }] = await Promise.all([
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  const directAddress = directUrl ? readAddress(directUrl, "DATABASE_DIRECT_URL") : address;
  const direct = serversOf(directAddress, PLANNING);
  const openedBy = <DrizzleClient>(client: DrizzleClient) => drizzle(client as never, { schema });
  // The lock below belongs to a connection, so two instances that start at once migrate one after
  // the other. It takes as long as it takes.
  const setup = await connectFirst(
    ownerUrl ? serversOf(readAddress(ownerUrl, "DATABASE_OWNER_URL"), PLANNING) : direct,
  );
  try {
    const setupDb = openedBy(setup);
    const owner = setupDb as unknown as Database;
    await setup.ask("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const { pending } = await refuseNewer((statement) => rowsOf(setupDb, statement));
    if (await isLesserRole(owner)) {
      if (pending || !(await guardsStand(owner)) || !(await queuesStand(owner))) {
        throw new DatabaseProblem("needsOwner");
      }
    } else {
      if (pending) await liftViews(owner);
      await migrate(setupDb, MIGRATIONS);
      await applyGuards(owner);
      await adoptNames(owner);
      await adoptChains(owner);
      await installQueues(owner);
      if (ownerUrl && ownerUrl !== url) await grantTo(owner, roleIn(url));
    }
  } finally {
    await setup.end();
  }
  const client = new Lanes(directUrl ? serversOf(address) : direct, direct);
  const db = openedBy(client) as unknown as Database;
  return {
    db,
    engine: "server",
    ask: () => rowsOf(db, sql`select 1`),
    close: () => client.end(),
  };
}

/**
 * What the planner of a server is told that is spoken to without a pooler, which refuses to pass it on.
 * Compiling a query costs more than running it here: our plans are wide but short. And no disk turns
 * any more: a row found by an index costs hardly more than the next one. What is prepared is planned for the
 * values of each time: dossiers differ too much in size for one plan. As words: the driver leaves out what is false.
 */
const PLANNING = { jit: "off", random_page_cost: "1.1", plan_cache_mode: "force_custom_plan" };

/** @throws DatabaseProblem that says whose fault it is that there is no connection. */
async function connectFirst(servers: Servers): Promise<Connection> {
  try {
    return await connect(servers, { deadlineMs: null });
  } catch (error) {
    const host = hostsOf(servers.address);
    const cause = (error instanceof DatabaseGone ? error.cause : error) as {
      code?: string;
      message?: string;
    };
    if (/startup parameter/.test(cause?.message ?? ""))
      throw new DatabaseProblem("pooler", { host });
    if (error instanceof DatabaseGone) throw new DatabaseProblem("unreachable", { host }, error);
    throw new DatabaseProblem("refused", { host, code: cause?.code ?? "" }, error);
  }
}

async function openEmbedded(config: DatabaseConfig): Promise<OpenDatabase> {
  const [{ PGlite: Embedded, protocol }, { drizzle }, { migrate }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("drizzle-orm/pglite"),
    import("drizzle-orm/pglite/migrator"),
  ]);
  const folder = config.folder ?? null;
  const unlock = folder ? claim(folder) : () => {};
  let client: PGlite | undefined;
  try {
    const data = folder ? path.join(folder, "pgdata") : "memory://";
    config.onStep?.(folder && fs.existsSync(data) ? "opening" : "creating");
    client = new Embedded(data, { loadDataDir: config.dump });
    try {
      await client.waitReady;
    } catch (error) {
      throw new DatabaseProblem("unreadable", { folder: folder ?? "" }, error);
    }
    // Its key is a file in the folder: not before it is clear that the folder is ours.
    setAuditKeys(auditKeysFor(config));
    const db = drizzle(client, { schema });
    const { pending } = await refuseNewer(async (statement) => (await db.execute(statement)).rows);
    if (pending) await liftViews(db as unknown as Database);
    config.onStep?.("migrating");
    await migrate(db, MIGRATIONS);
    await applyGuards(db as unknown as Database);
    await adoptNames(db as unknown as Database);
    await adoptChains(db as unknown as Database);
    await installQueues(db as unknown as Database);
    const opened = client;
    for (const [name, value] of Object.entries(EMBEDDED)) {
      await client.exec(`set ${name} = ${value}`);
    }
    const stopAnalysing = folder ? keepAnalysed(opened) : () => {};
    return {
      db: db as unknown as Database,
      engine: "embedded",
      // Between two statements, also of a transaction: a query waits until that is done, and one that stores a
      // large file takes seconds, in which nothing is wrong. In one that failed this fails too, and is an answer.
      ask: async () => {
        if (opened.closed) throw new Error("the database was closed");
        return opened.runExclusive(() =>
          opened.execProtocol(protocol.serialize.query("select 1"), {
            syncToFs: false,
            throwOnError: false,
          }),
        );
      },
      close: async () => {
        stopAnalysing();
        await opened.close();
        unlock();
      },
    };
  } catch (error) {
    await client?.close().catch(() => {});
    unlock();
    throw error;
  }
}

/**
 * The embedded database computes on the thread that answers people, so what takes it long is cut in pieces. Words that
 * came in are put in order in the index when there are this many kilobytes of them, and not four thousand; a table is
 * analysed by a sample of 6,000 rows, and not of 30,000.
 */
const EMBEDDED = {
  random_page_cost: PLANNING.random_page_cost,
  gin_pending_list_limit: "64",
  default_statistics_target: "20",
};

/** How often the embedded database is looked at for changes to analyse. */
const ANALYSE_EVERY_MS = 60_000;

/**
 * Does what autovacuum does on a server: without statistics the planner guesses, and guesses badly
 * once a dossier has thousands of reactions, and what was not vacuumed is read whole where an index would do to
 * count it. The bound is that of autovacuum itself. Step by step, so that others come in between.
 */
function keepAnalysed(client: PGlite): () => void {
  const look = async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relid::regclass::text as name from pg_stat_user_tables
        where n_mod_since_analyze > 50 + n_live_tup / 10`,
    );
    for (const { name } of rows) {
      await client.exec(`vacuum ${name}`);
      await client.exec(`analyze ${name}`);
    }
  };
  // Statistics are a help and no more: when this fails the next look may succeed.
  const timer = setInterval(() => void look().catch(() => {}), ANALYSE_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function claim(folder: string): () => void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK);
  } catch (error) {
    throw new DatabaseProblem("unreadable", { folder }, error);
  }
  return lockFolder(folder);
}

// Bundles of one process each have their own module state; the database is one per process.
const shared = globalThis as { herleidDatabase?: Promise<OpenDatabase> };

/** The database of this process, opened at the first call. */
export async function database(): Promise<Database> {
  return (await openShared()).db;
}

/** Does some work in one transaction of the database of this process. */
export async function transaction<Result>(
  work: (tx: Database) => Promise<Result>,
): Promise<Result> {
  return (await database()).transaction((tx) => work(tx as unknown as Database));
}

/** Opens the database of this process, or says why it cannot be. A failure is not remembered. */
export function openShared(onStep?: DatabaseConfig["onStep"]): Promise<OpenDatabase> {
  shared.herleidDatabase ??= openDatabase({ ...configFromEnvironment(), onStep }).catch((error) => {
    shared.herleidDatabase = undefined;
    throw error;
  });
  return shared.herleidDatabase;
}

/** Makes an opened database the one of this process (command line, tests). */
export function shareDatabase(opened: OpenDatabase | undefined): void {
  shared.herleidDatabase = opened && Promise.resolve(opened);
}

/** Rows of a hand-written statement, whichever engine answers. The caller vouches for the shape. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(statement);
  return (Array.isArray(result) ? [...result] : (result as { rows: unknown[] }).rows) as Row[];
}

/** Whether the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await (await openShared()).ask();
    return true;
  } catch {
    return false;
  }
}
