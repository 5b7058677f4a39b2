import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { type Database, database, openShared, rowsOf } from "@/db/client";
import { enqueue, installQueues } from "@/db/jobs";
import { startWorker } from "@/domain/jobs/worker";
import { defineJob, type Job } from "@/domain/kernel/job";
import { freshDatabase } from "../database";

freshDatabase();

/** As long as a busy machine may need. */
const PATIENCE = { timeout: 60_000, interval: 50 };

let queues = 0;

/** A job on a queue of its own that notes with which number it was run. */
async function jobOf(
  over: {
    retries?: number;
    seconds?: number;
    atOnce?: number;
    run?: (n: number, tried: number, signal: AbortSignal) => Promise<void>;
  } = {},
) {
  const queue = `test.${++queues}`;
  await installQueues(await database(), [queue]);
  const ran: number[] = [];
  const gaveUp: number[] = [];
  const job = defineJob({
    queue,
    actor: { type: "job", name: "proef" },
    data: z.object({ n: z.int() }),
    retries: over.retries ?? 0,
    seconds: over.seconds ?? 60,
    atOnce: over.atOnce,
    run: async ({ n }, _actor, signal) => {
      ran.push(n);
      await over.run?.(n, ran.filter((one) => one === n).length, signal);
    },
    giveUp: async ({ n }) => void gaveUp.push(n),
  });
  const ask = async (...numbers: number[]) =>
    (await database()).transaction((tx) =>
      enqueue(
        tx as unknown as Database,
        numbers.map((n) => job.request({ n })),
      ),
    );
  return { queue, job, ran, gaveUp, ask };
}

async function working(...jobs: Job[]) {
  const worker = await startWorker(await openShared(), jobs, 0.5);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= worker.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { stop };
}

const statesIn = async (queue: string) =>
  (
    await rowsOf<{ state: string }>(
      await database(),
      sql`select state::text as state from pgboss.job where name = ${queue} order by created_on, id`,
    )
  ).map(({ state }) => state);

test("a job is there when its transaction commits, and never was when it does not", async () => {
  const { job, ran, queue } = await jobOf();
  await working(job);
  const db = await database();
  const broken = db.transaction(async (tx) => {
    await enqueue(tx as unknown as Database, [job.request({ n: 1 })]);
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  await db.transaction(async (tx) => {
    await enqueue(tx as unknown as Database, [job.request({ n: 2 })]);
    expect(ran).toEqual([]);
  });
  await expect.poll(() => statesIn(queue), PATIENCE).toEqual(["completed"]);
  expect(ran).toEqual([2]);
});

test("data of another shape is never enqueued", async () => {
  const { job } = await jobOf();
  expect(() => job.request({ n: "one" as never })).toThrow(z.ZodError);
});

test("two workers do each job once", async () => {
  const { job, ran, queue, ask } = await jobOf({ atOnce: 2 });
  await working(job);
  await working(job);
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  for (let from = 0; from < 40; from += 8) await ask(...numbers.slice(from, from + 8));
  await expect
    .poll(async () => (await statesIn(queue)).filter((state) => state === "completed"), PATIENCE)
    .toHaveLength(40);
  expect(ran.sort((a, b) => a - b)).toEqual(numbers);
});

test("a job that fails is tried again; its error is not kept in the queue", async () => {
  const { job, ran, queue, ask } = await jobOf({
    retries: 2,
    run: async (_n, tried) => {
      if (tried === 1) throw new Error("words of somebody");
    },
  });
  await working(job);
  await ask(7);
  await expect.poll(() => statesIn(queue), PATIENCE).toEqual(["completed"]);
  expect(ran).toEqual([7, 7]);
  const [row] = await rowsOf<{ kept: string }>(
    await database(),
    sql`select string_agg(to_jsonb(j)::text, '') as kept from pgboss.job j where name = ${queue}`,
  );
  expect(row?.kept).not.toContain("words of somebody");
});

test("a job that keeps failing is given up, once", async () => {
  const { job, ran, gaveUp, queue, ask } = await jobOf({
    retries: 1,
    run: async () => {
      throw new Error("always");
    },
  });
  await working(job);
  await ask(3);
  await expect.poll(() => gaveUp, PATIENCE).toEqual([3]);
  expect(ran).toEqual([3, 3]);
  expect(await statesIn(queue)).toEqual(["failed"]);
});

test("a job that takes too long is told to stop", async () => {
  const { job, gaveUp, ask } = await jobOf({
    seconds: 1,
    run: (_n, _tried, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  });
  await working(job);
  await ask(1);
  await expect.poll(() => gaveUp, PATIENCE).toEqual([1]);
});

test("stopping takes no more jobs, and waits for the one under way", async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { job, ran, queue, ask } = await jobOf({ run: () => finished });
  const { stop } = await working(job);
  await ask(1);
  await expect.poll(() => ran, PATIENCE).toEqual([1]);
  const stopped = stop();
  await ask(2);
  finish();
  await stopped;
  expect(await statesIn(queue)).toEqual(["completed", "created"]);
  expect(ran).toEqual([1]);
});

test("what a killed process had in hand is done again", async () => {
  const { job, ran, queue, ask } = await jobOf({ retries: 1 });
  await ask(5);
  const db = await database();
  // As the process left it: taken long ago, and never heard of since.
  await db.execute(sql`update pgboss.job set state = 'active',
    started_on = now() - interval '1 hour' where name = ${queue}`);
  await working(job);
  await expect.poll(() => statesIn(queue), PATIENCE).toEqual(["completed"]);
  expect(ran).toEqual([5]);
});
