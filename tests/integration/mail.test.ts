import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Database, database, openShared, rowsOf } from "@/db/client";
import { enqueue } from "@/db/jobs";
import { mail } from "@/db/schema";
import { seal } from "@/db/seal";
import { administer } from "@/domain/accounts/gate";
import { startWorker } from "@/domain/jobs/worker";
import { NotFound } from "@/domain/kernel/errors";
import { retryMail, sendTestMail } from "@/domain/mail/commands";
import { forgetMailJob, queueMail, sendMailJob } from "@/domain/mail/jobs";
import { sendBySmtp } from "@/domain/mail/jobs/smtp";
import { MAIL_KEPT_DAYS } from "@/domain/mail/model";
import { listMails, MAILS_PAGE } from "@/domain/mail/queries";
import { insertMail, noteGoingOut, noteOutcome, takeTurn } from "@/domain/mail/rows";
import { MAX_ATTEMPTS, SENT } from "@/domain/mail/rules/delivery";
import { freshDatabase } from "../database";
import { SYSTEM } from "../factories/people";
import { mailServer, smtpEnv } from "../mail";
import { scratchFolder } from "../processes";
import { expectRefused } from "../refused";

freshDatabase();

const PATIENCE = { timeout: 30_000, interval: 20 };

/** Nobody looks at what another test left. */
beforeEach(async () => {
  const db = await database();
  await db.delete(mail);
  await db.execute(sql`delete from pgboss.job`);
});

function settings(env: Record<string, string>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

const signInMail = (to: string, over: { endsAt?: string } = {}) => ({
  template: "signInLink" as const,
  values: {
    name: "Sanne <b>de Vries</b>",
    address: "https://herleid.example/aanmelden/geheim-en-lang?a=1&b=2",
    until: "2026-11-26T23:30:00.000Z",
  },
  to,
  language: "nl" as const,
  ...over,
});

async function queued(to: string, over?: { endsAt?: string }): Promise<string> {
  const db = await database();
  return (await db.transaction((tx) => queueMail(tx as unknown as Database, signInMail(to, over))))
    .id;
}

async function rowOf(id: string) {
  const [found] = await (await database()).select().from(mail).where(eq(mail.id, id));
  if (!found) throw new Error("no such mail");
  return found;
}

const stateOf = async (id: string) => (await rowOf(id)).state;

/** One turn at a mail, as the worker gives it. */
const tried = (mailId: string) => sendMailJob.run({ mailId }, AbortSignal.timeout(30_000));

/** As if so much time had gone by. */
async function timePasses(seconds: number) {
  const db = await database();
  await db.execute(sql`update mail set due_at = due_at - make_interval(secs => ${seconds}::int),
    ends_at = ends_at - make_interval(secs => ${seconds}::int)`);
}

async function jobsFor(mailId: string) {
  return rowsOf<{ waits: number }>(
    await database(),
    sql`select round(extract(epoch from start_after - now()))::int as waits from pgboss.job
      where name = 'mail.send' and state = 'created' and data ->> 'mailId' = ${mailId}
      order by 1`,
  );
}

describe("a mail", () => {
  test("goes out once, says the same as text and as page, and is wiped", async () => {
    const server = await mailServer();
    settings(server.env);
    const id = await queued("sanne@proef.example");
    const before = await rowOf(id);
    expect(JSON.stringify(before)).not.toMatch(/sanne|geheim/i);
    await tried(id);
    // A job too many does nothing.
    await tried(id);
    expect(server.received).toHaveLength(1);
    const [{ from, to, mail: got, raw }] = server.received as [(typeof server.received)[0]];
    expect([from, to]).toEqual(["herleid@proefstad.example", ["sanne@proef.example"]]);
    expect(got.messageId).toBe(`<${id}@proefstad.example>`);
    expect(got.from).toEqual({ name: "Gemeente Proefstad", address: "herleid@proefstad.example" });
    expect(got.subject).toBe("Uw link om u aan te melden bij Herleid");
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    // Nothing is fetched, nobody is followed: the one address in it is what it is for.
    const addresses = [...(got.html ?? "").matchAll(/(?:src|href|url)\s*[=(]\s*"?([^"\s)]+)/g)];
    expect(addresses.map(([, one]) => one)).toEqual([
      "https://herleid.example/aanmelden/geheim-en-lang?a=1&amp;b=2",
    ]);
    expect(got.html).toContain("Beste Sanne &lt;b&gt;de Vries&lt;/b&gt;,");
    expect(wordsOf(got.html ?? "")).toEqual(
      expect.arrayContaining(
        (got.text ?? "")
          .split("\n")
          .map((line) => line.replace(/:$/, "").trim())
          .filter(Boolean),
      ),
    );
    // In the time of the Netherlands, and not of the machine.
    expect(got.text).toContain("27 november 2026 om 00:30");
    expect(await rowOf(id)).toMatchObject({ state: "sent", sealed: null, attempts: 1 });
  });

  test("is there when its cause commits, and never was when it does not", async () => {
    const db = await database();
    const broken = db.transaction(async (tx) => {
      await queueMail(tx as unknown as Database, signInMail("niemand@proef.example"));
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    expect(await db.select().from(mail)).toEqual([]);
    expect(await rowsOf(db, sql`select from pgboss.job where name = 'mail.send'`)).toEqual([]);
  });

  test("with values that its template does not know is never queued", async () => {
    const db = await database();
    const wrong = { ...signInMail("a@proef.example"), values: { name: "An" } } as never;
    await expect(insertMail(db, wrong)).rejects.toThrow();
    expect(await db.select().from(mail)).toEqual([]);
  });

  test("signs in at the server when it is told to; refused, it waits", async () => {
    const login = { user: "herleid", pass: "geheim@1" };
    const server = await mailServer({ login });
    // The settings take no password without TLS, and the server of a test has no certificate.
    const send = (pass: string) =>
      sendBySmtp(
        {
          kind: "smtp",
          host: "127.0.0.1",
          port: server.port,
          tls: "none",
          login: { ...login, pass },
        },
        {
          from: "herleid@proefstad.example",
          to: "a@proef.example",
          message: Buffer.from("Subject: a\r\n\r\nb\r\n"),
          goesOut: async () => {},
          signal: AbortSignal.timeout(10_000),
        },
      );
    expect(await send("anders")).toEqual({ state: "waiting", reason: "login", replyCode: 535 });
    expect(await send(login.pass)).toEqual(SENT);
    expect(server.received).toHaveLength(1);
  });
});

/** The words of a page, line by line. */
const wordsOf = (html: string) =>
  html
    .replace(/<(?:head|style)[\s\S]*?<\/(?:head|style)>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

describe("when something goes wrong", () => {
  test("a server that is away for an hour is tried again, and each mail goes out once", async () => {
    const server = await mailServer();
    settings(server.env);
    await server.close();
    const ids = await Promise.all(["a", "b", "c"].map((name) => queued(`${name}@proef.example`)));
    let passed = 0;
    const waits: number[] = [];
    while (passed < 3_600) {
      for (const id of ids) await tried(id);
      const [row] = await rowsOf<{ waits: number }>(
        await database(),
        sql`select ceil(extract(epoch from max(due_at) - now()))::int as waits from mail`,
      );
      const wait = row?.waits ?? 0;
      waits.push(wait);
      expect(await stateOf(ids[0] ?? "")).toBe("waiting");
      await timePasses(wait);
      passed += wait;
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920]);
    expect(await rowOf(ids[0] ?? "")).toMatchObject({ reason: "unreachable", replyCode: null });
    const again = await mailServer({ port: server.port });
    for (const id of ids) await tried(id);
    for (const id of ids) await tried(id);
    expect(again.received.map(({ to }) => to[0]).sort()).toEqual(
      ["a", "b", "c"].map((name) => `${name}@proef.example`),
    );
    expect(await Promise.all(ids.map(stateOf))).toEqual(["sent", "sent", "sent"]);
  });

  test("the next attempt is a job of its own time; before that none is made", async () => {
    settings(smtpEnv(9));
    const id = await queued("a@proef.example");
    await tried(id);
    const [, next] = await jobsFor(id);
    expect(next?.waits).toBeGreaterThanOrEqual(60);
    await tried(id);
    expect((await rowOf(id)).attempts).toBe(1);
  });

  test("attempts are bounded: then it has failed, and is kept for somebody to look at", async () => {
    settings(smtpEnv(9));
    const id = await queued("a@proef.example");
    for (let n = 0; n < MAX_ATTEMPTS + 2; n++) {
      await tried(id);
      await timePasses(3 * 3_600);
    }
    expect(await rowOf(id)).toMatchObject({
      state: "failed",
      reason: "unreachable",
      attempts: MAX_ATTEMPTS,
    });
    expect((await rowOf(id)).sealed).not.toBeNull();
  });

  test("an address that is refused has failed at once, and the others went out", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const server = await mailServer({ refused: { weg: 550, vol: 452 } });
    settings(server.env);
    const [gone, full, fine] = [
      await queued("weg@proef.example"),
      await queued("vol@proef.example"),
      await queued("goed@proef.example"),
    ];
    for (const id of [gone, full, fine]) await tried(id);
    expect(await rowOf(gone)).toMatchObject({
      state: "failed",
      reason: "address",
      replyCode: "550",
    });
    expect(await rowOf(full)).toMatchObject({
      state: "waiting",
      reason: "address",
      replyCode: "452",
    });
    expect(await stateOf(fine)).toBe("sent");
    expect(server.received).toHaveLength(1);
    // The server quoted the address; the log does not.
    expect(JSON.stringify(said.mock.calls)).not.toContain("@proef.example");
    said.mockRestore();
  });

  test("an address that no server can be told has failed", async () => {
    const server = await mailServer();
    settings(server.env);
    const id = await queued("a\r\nRCPT TO:<b@proef.example>");
    await tried(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", reason: "address" });
    expect(server.received).toEqual([]);
  });

  test.each([
    [554, "failed"],
    [451, "waiting"],
  ] as const)(
    "a message that is answered with %i is %s: the server has none",
    async (code, state) => {
      const server = await mailServer({ answers: code });
      settings(server.env);
      const id = await queued("a@proef.example");
      await tried(id);
      expect(await rowOf(id)).toMatchObject({ state, reason: "message", replyCode: String(code) });
    },
  );

  test("without an answer to what went out it is perhaps sent, and not tried again by itself", async () => {
    const server = await mailServer({ cutsAfterMessage: true });
    settings(server.env);
    const id = await queued("a@proef.example");
    await tried(id);
    expect(await rowOf(id)).toMatchObject({ state: "perhaps", reason: "interrupted" });
    await timePasses(86_400);
    await tried(id);
    expect(server.received).toHaveLength(1);
  });

  test("who was killed while it went out leaves it perhaps sent; before that, waiting", async () => {
    const server = await mailServer();
    settings(server.env);
    const db = await database();
    const [out, before] = [await queued("a@proef.example"), await queued("b@proef.example")];
    for (const id of [out, before]) {
      const todo = await takeTurn(db, id);
      if (typeof todo === "string" || !("turn" in todo)) throw new Error("no turn");
      if (id === out) expect(await noteGoingOut(db, todo.turn)).toBe(true);
    }
    // The next process comes while the turn may still be somebody's.
    for (const id of [out, before]) await tried(id);
    expect([await stateOf(out), await stateOf(before)]).toEqual(["sending", "waiting"]);
    expect((await jobsFor(out)).at(-1)?.waits).toBeGreaterThan(80);
    await timePasses(91);
    for (const id of [out, before]) await tried(id);
    expect([await stateOf(out), await stateOf(before)]).toEqual(["perhaps", "sent"]);
    expect(server.received.map(({ to }) => to)).toEqual([["b@proef.example"]]);
  });

  test("who lost their turn sends nothing, and does not speak for the next", async () => {
    const db = await database();
    const id = await queued("a@proef.example");
    const first = await takeTurn(db, id);
    await timePasses(91);
    const second = await takeTurn(db, id);
    if (typeof first === "string" || !("turn" in first)) throw new Error("no turn");
    if (typeof second === "string" || !("turn" in second)) throw new Error("no turn");
    expect(await noteGoingOut(db, first.turn)).toBe(false);
    expect(await noteOutcome(db, first.turn, SENT)).toBeNull();
    expect(await stateOf(id)).toBe("waiting");
    expect(await noteGoingOut(db, second.turn)).toBe(true);
    await noteOutcome(db, second.turn, SENT);
    expect(await stateOf(id)).toBe("sent");
  });

  test("what is of no use any more is not sent", async () => {
    const server = await mailServer();
    settings(server.env);
    const id = await queued("a@proef.example", {
      endsAt: new Date(Date.now() + 60_000).toISOString(),
    });
    await timePasses(61);
    await tried(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", reason: "tooLate", attempts: 0 });
    expect(server.asked()).toBe(0);
  });

  test("with another key nothing can be read: it says so", async () => {
    const server = await mailServer();
    settings(server.env);
    const id = await queued("a@proef.example");
    vi.stubEnv("NEXTAUTH_SECRET", "another-secret-for-this-test-0123456789");
    await tried(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", reason: "unreadable" });
    expect(server.asked()).toBe(0);
  });

  test("a mail whose job was lost is found", async () => {
    const db = await database();
    const { id } = await insertMail(db, signInMail("a@proef.example"));
    const later = await insertMail(db, signInMail("b@proef.example"));
    await db.execute(
      sql`update mail set due_at = now() + interval '1 hour' where id = ${later.id}::uuid`,
    );
    expect((await sendMailJob.due?.(db))?.map(({ data }) => data)).toEqual([{ mailId: id }]);
  });
});

test("two workers side by side send a hundred mails once each", async () => {
  const server = await mailServer();
  settings(server.env);
  const workers = await Promise.all(
    [1, 2].map(async () => startWorker(await openShared(), [sendMailJob], 0.5)),
  );
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.stop()))));
  const ids = [];
  for (let n = 0; n < 100; n++) ids.push(await queued(`wie${n}@proef.example`));
  // And twice as many jobs as there are mails.
  const db = await database();
  await enqueue(
    db,
    ids.map((mailId) => sendMailJob.request({ mailId })),
  );
  await expect
    .poll(async () => (await db.select().from(mail).where(eq(mail.state, "sent"))).length, PATIENCE)
    .toBe(100);
  expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(100);
  expect(server.received).toHaveLength(100);
});

describe("without a mail server", () => {
  test("a mail is a page in a folder, also when it is written twice", async () => {
    const folder = path.join(scratchFolder(), "mail");
    settings({ HERLEID_MAIL_FOLDER: folder });
    const id = await queued("sanne@proef.example");
    await tried(id);
    // As if the process had died before it was noted.
    await (await database()).execute(
      sql`update mail set state = 'waiting', settled_at = null, due_at = now(),
        sealed = ${sealedAgain(id)} where id = ${id}::uuid`,
    );
    await tried(id);
    const files = fs.readdirSync(folder);
    expect(files).toHaveLength(1);
    const page = fs.readFileSync(path.join(folder, files[0] ?? ""), "utf8");
    expect(page).toContain("sanne@proef.example");
    expect(page).toContain('href="https://herleid.example/aanmelden/geheim-en-lang?a=1&amp;b=2"');
    expect(await stateOf(id)).toBe("sent");
  });
});

function sealedAgain(id: string) {
  const { to, values } = signInMail("sanne@proef.example");
  return seal(`mail ${id}`, JSON.stringify({ to, values }));
}

describe("an administrator", () => {
  test("sees those that may not have arrived first, to whom, and never what they say", async () => {
    const server = await mailServer({ refused: { weg: 550 } });
    settings(server.env);
    const scope = administer(SYSTEM);
    const gone = await queued("weg@proef.example");
    const sent = await queued("goed@proef.example");
    for (const id of [gone, sent]) await tried(id);
    const list = await listMails(scope);
    expect(list).toMatchObject({ total: 2, page: 1, pages: 1, attention: 1 });
    expect(list.rows.map(({ id, to, retriable }) => ({ id, to, retriable }))).toEqual([
      { id: gone, to: "weg@proef.example", retriable: true },
      { id: sent, to: null, retriable: false },
    ]);
    expect(JSON.stringify(list)).not.toMatch(/geheim|Vries/);
  });

  test("sees them a page at a time", async () => {
    const db = await database();
    for (let n = 0; n <= MAILS_PAGE; n++) await insertMail(db, signInMail(`w${n}@proef.example`));
    const list = await listMails(administer(SYSTEM), 2);
    expect(list).toMatchObject({ total: MAILS_PAGE + 1, page: 2, pages: 2 });
    expect(list.rows).toHaveLength(1);
  });

  test("sends a failed one again, once its address is taken", async () => {
    const server = await mailServer({ refused: { weg: 550 } });
    settings(server.env);
    const scope = administer(SYSTEM);
    const id = await queued("weg@proef.example");
    await tried(id);
    await server.close();
    const better = await mailServer({ port: server.port });
    await retryMail(scope, { mailId: id });
    expect(await rowOf(id)).toMatchObject({ state: "waiting", attempts: 0, reason: null });
    await tried(id);
    expect(better.received[0]?.mail.messageId).toBe(`<${id}@proefstad.example>`);
    await expectRefused("mail.errors.notNow", [retryMail(scope, { mailId: id })]);
  });

  test("cannot send again what expired, what cannot be read, or what is not there", async () => {
    settings(smtpEnv(9));
    const scope = administer(SYSTEM);
    const db = await database();
    const failed = async (over?: { endsAt?: string }) => {
      const id = await queued("a@proef.example", over);
      await db.execute(sql`update mail set state = 'failed', reason = 'address', settled_at = now()
        where id = ${id}::uuid`);
      return id;
    };
    const ended = await failed({ endsAt: new Date(Date.now() - 1_000).toISOString() });
    await expectRefused("mail.errors.ended", [retryMail(scope, { mailId: ended })]);
    const unreadable = await failed();
    await db.execute(sql`update mail set sealed = 'anders' where id = ${unreadable}::uuid`);
    await expectRefused("mail.errors.unreadable", [retryMail(scope, { mailId: unreadable })]);
    await expect(retryMail(scope, { mailId: randomUUID() })).rejects.toThrow(NotFound);
    const rows = (await listMails(scope)).rows;
    expect(rows.map(({ retriable }) => retriable)).toEqual([false, false]);
  });

  test("sends a test mail, in their language", async () => {
    const server = await mailServer();
    settings(server.env);
    const scope = administer(SYSTEM);
    const { id } = await sendTestMail(scope, { to: " Proef@Elders.example ", language: "en" });
    await tried(id);
    expect(server.received[0]).toMatchObject({
      to: ["proef@elders.example"],
      mail: { subject: "Test mail from Herleid" },
    });
    await expectRefused("errors.fields", [sendTestMail(scope, { to: "geen", language: "nl" })]);
  });
});

test("after its time a row is gone, whatever became of it", async () => {
  settings(smtpEnv(9));
  const db = await database();
  const [old, young] = [await queued("a@proef.example"), await queued("b@proef.example")];
  expect(await forgetMailJob.due?.(db)).toEqual([]);
  await db.execute(sql`update mail set created_at = now() - make_interval(days => ${MAIL_KEPT_DAYS}::int, secs => 5)
    where id = ${old}::uuid`);
  const due = (await forgetMailJob.due?.(db)) ?? [];
  expect(due).toHaveLength(1);
  await forgetMailJob.run(due[0]?.data, AbortSignal.timeout(5_000));
  expect((await db.select({ id: mail.id }).from(mail)).map(({ id }) => id)).toEqual([young]);
});
