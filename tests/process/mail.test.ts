import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OpenDatabase, rowsOf } from "@/db/client";
import { queuedMail } from "@/tests/factories/mail";
import { mailServer } from "@/tests/mail";
import { dataPlace, startProgram, within } from "@/tests/processes";

const MAILS = 20;
/** At which message the program is killed: the server has it whole, and has not answered yet. */
const KILLED_AT = 7;

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
  await within(place, async (opened) => {
    await opened.db.execute(sql`update mail set due_at = due_at - interval '10 minutes'`);
    await opened.db.execute(sql`update pgboss.job set start_after = now() - interval '1 minute',
      started_on = started_on - interval '1 hour'`);
    const now = new Map((await states(opened)).map(({ state, n }) => [state, n]));
    // Two at a time: those that were going out, and no others.
    expect(now.get("sending") ?? 0).toBeGreaterThan(0);
    expect((now.get("sent") ?? 0) + (now.get("sending") ?? 0)).toBeGreaterThanOrEqual(before);
  });

  const again = await mailServer({ port: server.port });
  const second = startProgram("worker", [], env);
  await expect
    .poll(() => before + again.received.length, { timeout: 120_000, interval: 200 })
    .toBeGreaterThanOrEqual(MAILS - 1);
  second.child.kill("SIGTERM");
  const { code, stderr } = await second.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });

  const all = [...server.received, ...again.received].map(({ to }) => to[0]);
  expect(new Set(all).size).toBe(all.length);
  await within(place, async (opened) => {
    const now = new Map((await states(opened)).map(({ state, n }) => [state, n]));
    const perhaps = now.get("perhaps") ?? 0;
    expect(perhaps).toBeGreaterThan(0);
    expect((now.get("sent") ?? 0) + perhaps).toBe(MAILS);
  });
});
