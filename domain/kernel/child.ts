import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Answer, Assignment, Piece, Task } from "./apart";
import { DomainError } from "./errors";
import { faultText } from "./faults";

/**
 * Ends this process when the one that started it is gone, or when it holds more memory than it may
 * outside the heap that Node watches. On a thread of its own: the task may never come to rest.
 */
const GUARD = `
const { parent, bytes } = require("node:worker_threads").workerData;
setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > bytes) {
    process.kill(process.pid, "SIGKILL");
  }
}, 250);`;

// Told to stop with all others at a terminal: the parent decides, which waits for work under way.
for (const told of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(told, () => {});

function answer(words: Answer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(words, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** The other side of `apart`: does one task and says what came out of it. */
async function work(
  { file, input, megabytes }: Assignment,
  pieces: readonly Uint8Array[],
): Promise<void> {
  const workerData = { parent: process.ppid, bytes: megabytes * 2_000_000 };
  new Worker(GUARD, { eval: true, execArgv: [], workerData }).unref();
  try {
    const { default: task } = (await import(pathToFileURL(file).href)) as {
      default: Task<unknown, unknown, unknown>;
    };
    await answer({ result: await task(input, (part) => answer({ part }), whole(pieces)) });
  } catch (error) {
    if (error instanceof DomainError) {
      await answer({ refused: { key: error.key, params: error.params } });
    } else {
      await answer({ fault: faultText(error) });
    }
  }
}

process.once("disconnect", () => process.exit());
const pieces: Uint8Array[] = [];
process.on("message", (said: Assignment | Piece) => {
  if ("piece" in said) pieces.push(said.piece);
  else void work(said, pieces.splice(0));
});

function whole(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] ? parts[0] : new Uint8Array(Buffer.concat(parts));
}
