import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { DatabaseProblem } from "./errors";

/** The holder touches its lock this often; another machine may take over after `FOREIGN_STALE_MS`. */
const TOUCH_MS = 10_000;
const FOREIGN_STALE_MS = 60_000;

const HOLDER = z.object({
  // A number below one stands for many processes, or all: every signal finds somebody.
  pid: z.int().positive(),
  host: z.string(),
  /** Tells a living holder from another process that got the same number later. */
  started: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof HOLDER>;

/**
 * Claims an embedded data folder for this process. Two processes on one folder would each see
 * rows of their own and spoil it silently, so the second is refused with the number of the
 * first. A lock left by a crash is taken over.
 *
 * @returns what gives the folder free again.
 * @throws DatabaseProblem `locked`, `lockedElsewhere` or `unreadable`.
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, "herleid.lock");
  const mine: Holder = {
    pid: process.pid,
    host: os.hostname(),
    started: processStart(process.pid),
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      createWhole(file, JSON.stringify(mine));
      return hold(file, mine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        throw new DatabaseProblem("unreadable", { folder }, error);
      }
    }
    setAside(file, refuseWhenHeld(file, folder));
  }
  throw new DatabaseProblem("locked", { folder, pid: read(file)?.pid ?? 0 });
}

/** Makes a file that is never seen half-written; fails with EEXIST when it is there. */
function createWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`;
  fs.writeFileSync(draft, text);
  try {
    fs.linkSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function hold(file: string, mine: Holder): () => void {
  const timer = setInterval(() => {
    const now = new Date();
    fs.utimes(file, now, now, () => {});
  }, TOUCH_MS);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    process.off("exit", release);
    const holder = read(file);
    if (holder?.pid === mine.pid && holder.since === mine.since) fs.rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

/** Refuses a lock that is held. @returns the text of the stale one that was judged. */
function refuseWhenHeld(file: string, folder: string): string | null {
  const text = textOf(file);
  const holder = holderIn(text);
  if (!holder) return text;
  if (holder.host !== os.hostname()) {
    const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age < FOREIGN_STALE_MS) {
      throw new DatabaseProblem("lockedElsewhere", { folder, host: holder.host });
    }
    return text;
  }
  if (processStart(holder.pid) === holder.started && isAlive(holder.pid)) {
    throw new DatabaseProblem("locked", { folder, pid: holder.pid });
  }
  return text;
}

/** Moves the stale lock that was judged out of the way; one that came since is put back. */
function setAside(file: string, judged: string | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (textOf(aside) !== judged) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // A third process has claimed the folder meanwhile: it is held, which is all that counts.
    }
  }
  fs.rmSync(aside, { force: true });
}

function read(file: string): Holder | null {
  return holderIn(textOf(file));
}

/** What a lock says of its holder; null when it is none of ours, as after a crash half-way. */
function holderIn(text: string | null): Holder | null {
  try {
    return HOLDER.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(/*turbopackIgnore: true*/ file, "utf8");
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, as its kernel tells it; empty where that cannot be asked. */
function processStart(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
