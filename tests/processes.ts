import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type OpenDatabase, openDatabase, shareDatabase } from "@/db/client";
import { TEMPLATE_DATABASE, TEMPLATE_FOLDER } from "./template";

/** What is done at the end of what is made for all tests of a file; null while a test makes its own. */
let ofAll: (() => unknown)[] | null = null;

/** Does something when the test ends, or the file where it is for all its tests. */
export function atEnd(tidy: () => unknown): void {
  if (ofAll) ofAll.push(tidy);
  else onTestFinished(async () => void (await tidy()));
}

/**
 * Makes something once for the tests of a file or of a `describe`: a program takes seconds to start.
 * @returns what gives it, in a test.
 */
export function onceForAll<Made>(make: () => Promise<Made>): () => Made {
  let made: Made | undefined;
  const tidying: (() => unknown)[] = [];
  beforeAll(async () => {
    ofAll = tidying;
    try {
      made = await make();
    } finally {
      ofAll = null;
    }
  });
  afterAll(async () => {
    for (const tidy of tidying.reverse()) await tidy();
  });
  return () => {
    if (made === undefined) throw new Error("not made: before the tests something went wrong");
    return made;
  };
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

const PROGRAMS = {
  herleid: "cli/herleid",
  start: "cli/start",
  demo: "cli/demo",
  /** The app without its pages: it works off jobs. */
  worker: "tests/programs/worker",
  adopt: "tests/programs/adopt",
};

/**
 * Starts a program as `cli/launch.mjs` does, with no more of the environment than it is given. It does not
 * outlive the test.
 * @param onMessage called for each message that it sends to its database, with how many there were.
 */
export function startProgram(
  program: keyof typeof PROGRAMS,
  args: string[] = [],
  env: Record<string, string> = {},
  onMessage?: (n: number) => void,
): Running {
  const { PATH, HOME, TZ, HERLEID_PROGRAMS } = process.env;
  if (!HERLEID_PROGRAMS) throw new Error("tests/global-setup.ts makes the programs");
  const preload = onMessage ? ["--import", "./tests/process/announce.mjs"] : [];
  const file = path.join(HERLEID_PROGRAMS, `${PROGRAMS[program]}.mjs`);
  const child = spawn(process.execPath, [...preload, file, ...args], {
    env: { NODE_ENV: "production", PATH, HOME, TZ, HERLEID_PROGRAMS, ...env },
    stdio: ["ignore", "pipe", "pipe", onMessage ? "pipe" : "ignore"],
  });
  atEnd(() => child.kill("SIGKILL"));
  let messages = 0;
  child.stdio[3]?.on("data", (signs: Buffer) => {
    for (let i = 0; i < signs.length; i++) onMessage?.(++messages);
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    printed.stdout += part;
  });
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    printed.stderr += part;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, ...printed }));
  });
  return { child, ended };
}

/** Runs `herleid` to its end. */
export function herleid(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return startProgram("herleid", args, env).ended;
}

/** Whether there is a process of this number that still does something. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended may still wait for somebody to ask how.
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** The processes that a process started, in the order of their start. */
export function childrenOf(pid: number): number[] {
  const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.split(" ").filter(Boolean).map(Number);
}

/** A folder of this test's own. */
export function scratchFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-test-"));
  atEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What this process signs the log with, so that the programs it starts sign with the same. */
const AUDIT_KEY = { HERLEID_AUDIT_KEY: process.env.HERLEID_AUDIT_KEY ?? "" };

export interface DataPlace {
  /** What a program needs to find the database. */
  env: Record<string, string>;
  /** Folder of the embedded database; null on a server. */
  folder: string | null;
  /** Opens it in this process. */
  open: () => Promise<OpenDatabase>;
}

/** A migrated, empty database outside this process, that goes away with the test. */
export async function dataPlace(): Promise<DataPlace> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return serverPlace(server, TEMPLATE_DATABASE);
  const folder = path.join(scratchFolder(), "data");
  fs.cpSync(TEMPLATE_FOLDER, folder, { recursive: true });
  return {
    env: { HERLEID_DATA: folder, ...AUDIT_KEY },
    folder,
    open: () => openDatabase({ folder }),
  };
}

/** A new database on a server; without a template it has no tables yet. */
export async function serverPlace(server: string, template = "template0"): Promise<DataPlace> {
  const { default: postgres } = await import("postgres");
  const name = `herleid_test_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);
  atEnd(async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href, ...AUDIT_KEY },
    folder: null,
    open: () => openDatabase({ url: url.href }),
  };
}

/** Does something in the database of a place, as if this process were the app. */
export async function within<Result>(
  place: DataPlace,
  work: (opened: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const opened = await place.open();
  shareDatabase(opened);
  try {
    return await work(opened);
  } finally {
    shareDatabase(undefined);
    await opened.close();
  }
}
