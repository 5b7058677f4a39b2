import type { z } from "zod";
import type { Database } from "@/db/client";
import type { JobRequest } from "@/db/jobs";
import type { JobScope } from "./scope";

/** A job as the worker takes it: what its queue is called, how it is done, and how it is given up. */
export interface Job {
  queue: string;
  /** How many of it one process does side by side. */
  atOnce: number;
  /** After so many seconds `signal` says to stop. */
  seconds: number;
  run: (data: unknown, signal: AbortSignal) => Promise<void>;
  giveUp?: (data: unknown) => Promise<void>;
  /** What is to be done because time has passed: asked when a worker starts, and every hour. */
  due?: (db: Database) => Promise<JobRequest[]>;
}

interface Definition<Schema extends z.ZodType> {
  /** One of `QUEUES` in `db/jobs.ts`. */
  queue: string;
  /** Who does it, in the audit. */
  actor: JobScope["actor"];
  /** Ids and no contents: a job is kept for a week after it was done. */
  data: Schema;
  /** How often it is taken again, after 2 s, 4 s, 8 s …, when it throws or its process is killed. */
  retries: number;
  seconds: number;
  atOnce?: number;
  /** The work. It may be done twice: whoever was killed just before the end does it again. */
  run: (data: z.output<Schema>, actor: JobScope["actor"], signal: AbortSignal) => Promise<void>;
  /** What to write down when all retries failed. */
  giveUp?: (data: z.output<Schema>, actor: JobScope["actor"]) => Promise<void>;
  /** For work that a date begins: what is to be done by now. It may be named twice, and is done once. */
  due?: (db: Database) => Promise<z.input<Schema>[]>;
}

/** Time between the moment a job is told to stop and the moment another may take it. */
const GRACE_SECONDS = 30;

/**
 * Makes a job: its handler, and `request`, which a command returns as one of its `jobs` so that it
 * is enqueued in the same transaction.
 *
 * @throws ZodError from `request` and `run` for data of another shape.
 */
export function defineJob<Schema extends z.ZodType<object>>({
  data: schema,
  giveUp,
  due,
  actor,
  ...job
}: Definition<Schema>): Job & {
  request: (data: z.input<Schema>, later?: { afterSeconds: number }) => JobRequest;
} {
  const request = (data: z.input<Schema>, later?: { afterSeconds: number }): JobRequest => ({
    queue: job.queue,
    data: schema.parse(data),
    retries: job.retries,
    expireInSeconds: job.seconds + GRACE_SECONDS,
    afterSeconds: later?.afterSeconds,
  });
  return {
    queue: job.queue,
    atOnce: job.atOnce ?? 1,
    seconds: job.seconds,
    run: (data, signal) => job.run(schema.parse(data), actor, signal),
    giveUp: giveUp && ((data) => giveUp(schema.parse(data), actor)),
    due: due && (async (db) => (await due(db)).map((data) => request(data))),
    request,
  };
}
