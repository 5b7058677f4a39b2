import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OpenDatabase, rowsOf } from "@/db/client";
import { queuedMail } from "@/tests/factories/mail";
import { mailServer } from "@/tests/mail";
import { type DataPlace, dataPlace, startProgram, within } from "@/tests/processes";

const MAILS = 20;
/** At which message the program is killed: the server has it whole, and has not answered yet. */
const KILLED_AT = 7;
const WORKS_FOR = 6_000;
const LEFT = new Set(["waiting", "sending"]);

const states = ({ db }: OpenDatabase) =>
  rowsOf<{ state: string; n: number }>(
    db,
    sql`select state, count(*)::int as n from mail group by 1 order by 1`,
  );

test("killed while it sends: each mail goes out once, or says that nobody knows", async () => {
  const place = await dataPlace();
  let killed = Promise.resolve();
  const server = await mailServer({
    beforeAnswer: async (n) => {
      if (n < KILLED_AT) return;
      first.child.kill("SIGKILL");
      killed = first.ended.then(() => {});
      await killed;
    },
  });
  await within(place, async () => {
    for (let n = 0; n < MAILS; n++) await queuedMail(`wie${n}@proef.example`);
  });
  const env = {
    ...place.env,
    ...server.env,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "",
  };
  const first = startProgram("worker", [], env);
  expect((await first.ended).signal).toBe("SIGKILL");
  await killed;
  await server.close();
  const before = server.received.length;
  expect(before).toBeGreaterThanOrEqual(KILLED_AT);

  // While nobody worked so much time went by that the turns of who was killed are over.
  let neverCame = 0;
  await within(place, async (opened) => {
    await opened.db.execute(sql`update mail set due_at = due_at - interval '10 minutes'`);
    await opened.db.execute(sql`update pgboss.job set start_after = now() - interval '1 minute',
      started_on = started_on - interval '1 hour'`);
    const now = new Map((await states(opened)).map(({ state, n }) => [state, n]));
    // Two at a time: those that were going out, and no others.
    expect(now.get("sending") ?? 0).toBeGreaterThan(0);
    // Of those that were going out the server may have one and not the other.
    neverCame = (now.get("sent") ?? 0) + (now.get("sending") ?? 0) - before;
    expect(neverCame).toBeGreaterThanOrEqual(0);
  });

  const again = await mailServer({ port: server.port });
  await expect.poll(() => workedOn(place, env), { timeout: 120_000, interval: 1 }).toBe(0);
  expect(before + again.received.length).toBe(MAILS - neverCame);

  const all = [...server.received, ...again.received].map(({ to }) => to[0]);
  expect(new Set(all).size).toBe(all.length);
  await within(place, async (opened) => {
    const now = new Map((await states(opened)).map(({ state, n }) => [state, n]));
    const perhaps = now.get("perhaps") ?? 0;
    expect(perhaps).toBeGreaterThan(0);
    expect((now.get("sent") ?? 0) + perhaps).toBe(MAILS);
  });
});

/** How many mails are left after somebody worked for some seconds and was told to stop: they keep no order. */
async function workedOn(place: DataPlace, env: Record<string, string>): Promise<number> {
  const { child, ended } = startProgram("worker", [], env);
  await setTimeout(WORKS_FOR);
  child.kill("SIGTERM");
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return within(place, async (opened) => {
    const left = (await states(opened)).filter(({ state }) => LEFT.has(state));
    return left.reduce((sum, { n }) => sum + n, 0);
  });
}
