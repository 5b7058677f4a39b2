import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { MessageKey } from "@/messages/catalogue";
import { Invalid, type MessageParams } from "./errors";

/**
 * Heavy work that is done in a process of its own. It is the default export of a file: pure, data
 * in and data out, without a database. `bytes` are those of the file it is about, if any. `send` hands over a part of what came out of it; a part
 * should be some 2,000 rows, so that neither process is long busy with it.
 */
export type Task<Input, Part, Result> = (
  input: Input,
  send: (part: Part) => Promise<void>,
  bytes: Uint8Array,
) => Promise<Result>;

/** What the child is told, and what it answers. */
export interface Assignment {
  file: string;
  input: unknown;
  megabytes: number;
}
/** A piece of the file, before the assignment. */
export interface Piece {
  piece: Uint8Array;
}
export type Answer =
  | { part: unknown }
  | { result: unknown }
  | { refused: { key: MessageKey; params: MessageParams } }
  | { fault: string };

/** Why work apart came to nothing. `fault` is an error of ours, `cancelled` was asked for. */
export type ApartReason = "outOfMemory" | "tooLong" | "cancelled" | "fault";

export class ApartError extends Error {
  override name = "ApartError";
  constructor(
    readonly reason: ApartReason,
    detail = "",
  ) {
    super([reason, detail].filter(Boolean).join(": "));
  }
}

interface Limits {
  megabytes?: number;
  seconds?: number;
  signal?: AbortSignal;
  /** A file it is about. It goes over piece by piece: here it is never whole. */
  pieces?: AsyncIterable<Uint8Array>;
}

/**
 * Does a task in a process of its own, so that it cannot hold up or take along the one that
 * answers people. A worker thread would not do: one that runs out of memory ends its process.
 *
 * @param file from the root of the project: `domain/sources/task.ts`.
 * @throws ApartError; Invalid when the task refuses its input.
 */
export function apart<Input, Part, Result>(
  file: string,
  input: Input,
  onPart: (part: Part) => void,
  { megabytes = 512, seconds = 60, signal, pieces }: Limits = {},
): Promise<Result> {
  if (signal?.aborted) return Promise.reject(new ApartError("cancelled"));
  const made = process.env.HERLEID_PROGRAMS;
  const child = fork(programOf("domain/kernel/child.ts"), {
    execArgv: [...(made ? [] : ["--import", "tsx"]), `--max-old-space-size=${megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // Nothing secret: it needs no database and no session.
    env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_ENV: process.env.NODE_ENV },
  });
  return new Promise<Result>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      // What it still says, or that it is gone, is of no interest any more.
      child.removeAllListeners().on("error", () => {});
      child.kill("SIGKILL");
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const cancel = () => fail(new ApartError("cancelled"));
    const timer = setTimeout(() => fail(new ApartError("tooLong")), seconds * 1000);
    signal?.addEventListener("abort", cancel, { once: true });
    child.once("error", (error) => fail(new ApartError("fault", String(error))));
    // Out of memory Node aborts, and the guard in the child kills it.
    child.once("exit", (code, by) => {
      // Told to stop with everybody else: that says nothing of the work, which may be tried again.
      const told = by === null || ["SIGINT", "SIGTERM", "SIGHUP"].includes(by);
      fail(new ApartError(told ? "fault" : "outOfMemory", by ?? `exit code ${code}`));
    });
    child.on("message", (answer: Answer) => {
      if ("part" in answer) return onPart(answer.part as Part);
      if ("refused" in answer) {
        return fail(new Invalid(answer.refused.key, answer.refused.params));
      }
      if ("fault" in answer) return fail(new ApartError("fault", answer.fault));
      end();
      resolve(answer.result as Result);
    });
    hand(child, { file: programOf(file), input, megabytes }, pieces).catch(fail);
  });
}

/** The program of a source: as it was made (cli/programs.mjs), else the source itself. */
function programOf(file: string): string {
  const made = process.env.HERLEID_PROGRAMS;
  return made
    ? path.join(/*turbopackIgnore: true*/ made, file.replace(/\.ts$/, ".mjs"))
    : path.join(/*turbopackIgnore: true*/ process.cwd(), file);
}

/** Tells the child what to do; the file goes before it. */
async function hand(
  child: ChildProcess,
  assignment: Assignment,
  pieces: AsyncIterable<Uint8Array> | undefined,
): Promise<void> {
  const say = (words: Assignment | Piece) =>
    new Promise<void>((resolve) => {
      // Whether it went well the end of the child says.
      child.send(words, () => resolve());
    });
  for await (const piece of pieces ?? []) {
    if (!child.connected) return;
    await say({ piece });
  }
  await say(assignment);
}
