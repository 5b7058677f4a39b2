import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Database, type OpenDatabase, openDatabase, shareDatabase } from "@/db/client";

export interface BenchDatabase {
  engine: OpenDatabase["engine"];
  /** Makes it the one of this process, where there are several. */
  use(): void;
  /** Lets go of it, so that a server can have it. @returns what that server must be told. */
  release(): Promise<Record<string, string>>;
  /** Looks in it once more, when that server is gone. */
  after<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * A new, migrated database that becomes the one of this process: embedded in a temporary folder,
 * or on the server of `DATABASE_URL` or `TEST_DATABASE_URL`. `close` takes all of it away again;
 * the database that the address names is never touched.
 */
export async function benchDatabase(): Promise<BenchDatabase> {
  const server = process.env.DATABASE_URL || process.env.TEST_DATABASE_URL;
  // On a server the log is only written with a key.
  process.env.HERLEID_AUDIT_KEY ||= "only-for-measuring-on-this-machine-01";
  const made = server ? await onServer(server) : inFolder();
  try {
    const opened = await openDatabase(made.config);
    shareDatabase(opened);
    let held = true;
    const letGo = async () => {
      if (!held) return;
      held = false;
      shareDatabase(undefined);
      await opened.close();
    };
    return {
      engine: opened.engine,
      use: () => shareDatabase(opened),
      release: async () => {
        await letGo();
        return made.env;
      },
      after: async (work) => {
        const again = await openDatabase(made.config);
        try {
          return await work(again.db);
        } finally {
          await again.close();
        }
      },
      // What is still running when one stops half-way may end badly; it is removed all the same.
      close: () => letGo().finally(made.remove),
    };
  } catch (error) {
    await made.remove();
    throw error;
  }
}

function inFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-bench-"));
  return {
    config: { folder },
    env: { HERLEID_DATA: folder },
    remove: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(server: string) {
  const { default: postgres } = await import("postgres");
  const name = `herleid_bench_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    config: { url: url.href },
    env: { DATABASE_URL: url.href },
    remove: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
