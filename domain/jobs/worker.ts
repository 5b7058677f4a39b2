import type { OpenDatabase } from "@/db/client";
import { enqueue, gaveUp, JOBS_CHANNEL, openBoss, takeBack } from "@/db/jobs";
import { listen } from "@/db/listen";
import { faultText } from "../kernel/faults";
import type { Job } from "../kernel/job";

const LOOK_EVERY_SECONDS = 10;
/** How often is looked for jobs of processes that are gone. */
const MAINTAIN_EVERY_SECONDS = 30;
/** How often is looked for what a date has begun: what is to go on a day goes in its first hour. */
const DUE_EVERY_MS = 60 * 60_000;
/** How long work under way is waited for when the process must stop. */
const STOP_AFTER_MS = 8_000;

export interface JobWorker {
  /** Takes no more jobs, and waits up to eight seconds for those under way; the rest is taken again. */
  stop(): Promise<void>;
}

/**
 * Works off jobs in this process until it is stopped.
 *
 * @param lookEverySeconds how often is looked for a job that nobody said was there: one that was to
 *   wait, or to be tried again.
 */
export async function startWorker(
  { db, engine }: OpenDatabase,
  jobs: readonly Job[],
  lookEverySeconds = LOOK_EVERY_SECONDS,
): Promise<JobWorker> {
  const { boss, settled } = await openBoss(db, {
    maintenanceIntervalSeconds: MAINTAIN_EVERY_SECONDS,
  });
  boss.on("error", (error) => console.error("[jobs]", faultText(error)));
  await boss.start();
  if (engine === "embedded") await takeBack(db);
  // Now, and not only after half a minute: what was lost while nobody looked.
  await boss.maintain();

  const stopping = new AbortController();
  const workers = new Map<string, string[]>();
  const wake = (queue: string) => {
    for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
  };
  const work = async (queue: string, atOnce: number, run: (data: unknown) => Promise<void>) => {
    const ids: string[] = [];
    workers.set(queue, ids);
    for (let n = 0; n < atOnce; n++) {
      const id = await boss.work(
        queue,
        { pollingIntervalSeconds: lookEverySeconds },
        async (given) => {
          try {
            for (const { data } of given) await run(data);
          } catch (error) {
            // The log has more. In the queue it would be kept for a week.
            console.error(`[${queue}]`, faultText(error));
            throw new Error(error instanceof Error ? error.name : "Error");
          } finally {
            // The next one at once: by itself it would wait for its time to look.
            wake(queue);
          }
        },
      );
      ids.push(id);
    }
  };
  for (const job of jobs) {
    await work(job.queue, job.atOnce, (data) =>
      job.run(data, AbortSignal.any([stopping.signal, AbortSignal.timeout(job.seconds * 1000)])),
    );
    await work(gaveUp(job.queue), 1, async (data) => job.giveUp?.(data));
  }
  const unlisten = await listen(db, JOBS_CHANNEL, wake, () => {
    for (const queue of workers.keys()) wake(queue);
  });

  // What cannot be asked now is asked in an hour.
  const lookForDue = async () => {
    for (const { due } of jobs) if (due) await enqueue(db, await due(db));
  };
  const say = (error: unknown) => console.error("[jobs]", faultText(error));
  let looking = lookForDue().catch(say);
  const dueTimer = setInterval(() => {
    looking = lookForDue().catch(say);
  }, DUE_EVERY_MS);
  dueTimer.unref();

  return {
    async stop() {
      clearInterval(dueTimer);
      const patience = setTimeout(() => stopping.abort(), STOP_AFTER_MS);
      // First of all: while something else is waited for, who is done would take the next job.
      const stopped = boss.stop({ timeout: STOP_AFTER_MS + 2_000 });
      await looking;
      await unlisten();
      await stopped;
      clearTimeout(patience);
      await settled();
    },
  };
}
