import fs from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { databaseAnswers, type OpenDatabase, rowsOf } from "@/db/client";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { verifyEdition } from "@/domain/editions/rules";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { fileOfEdition, HASH } from "@/tests/factories/editions";
import { dossierOf, person, SYSTEM } from "@/tests/factories/people";
import { reactionIn } from "@/tests/factories/reactions";
import { requirementOf } from "@/tests/factories/requirements";
import { fileOf, received } from "@/tests/factories/sources";
import { minutes } from "@/tests/factories/text";
import {
  type DataPlace,
  dataPlace,
  isAlive,
  scratchFolder,
  startProgram,
  within,
} from "@/tests/processes";
import { served } from "@/tests/served";

/** How far into the import it is killed: at which part of its messages to the database. */
const MOMENTS = [0, 0.4, 0.9, 1];

/** What one whole import adds; each number is a count of rows. */
interface Counts {
  source: number;
  source_file: number;
  source_version: number;
  source_block: number;
  source_part: number;
  segment: number;
  audit: number;
}

test("an import that is killed half-way leaves nothing, the file to be read, or all of it", async () => {
  const place = await dataPlace();
  const slug = await within(place, async () => (await dossierOf(await person())).slug);
  const text = minutes(300_000);
  const folder = scratchFolder();
  const file = (n: number) => {
    const name = path.join(folder, `poging-${n}.md`);
    // Each is another file, or it would be recognised; the same number of blocks in all.
    fs.writeFileSync(name, `# Poging ${String(n).padStart(2, "0")}\n\n${text}`);
    return name;
  };
  /** Imports the n-th file, and kills the program once it has sent so many messages. */
  const imported = async (n: number, killAt = Number.POSITIVE_INFINITY) => {
    let sent = 0;
    const args = ["import", file(n), "--dossier", slug];
    const { child, ended } = startProgram("herleid", args, place.env, (message) => {
      sent = message;
      if (message === killAt) child.kill("SIGKILL");
    });
    return { ...(await ended), sent };
  };

  // Opening alone first, then one whole import: what it adds, and how many messages that takes.
  let opening = 0;
  const opened = startProgram("herleid", ["migrate"], place.env, (n) => {
    opening = n;
  });
  expect(await opened.ended).toMatchObject({ code: 0, stderr: "" });
  let before = await counts(place);
  const first = await imported(0);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  let after = await counts(place);
  const whole = difference(before, after);
  expect(whole).toMatchObject({ source: 1, source_version: 1, audit: 2 });
  // The bytes stand in pieces.
  const source_file = whole.source_file;
  expect(source_file).toBeGreaterThan(1);
  expect(whole.source_block).toBeGreaterThan(400);
  expect(whole.segment).toBeGreaterThan(400);
  expect(first.sent).toBeGreaterThan(opening + 20);

  let nothings = 0;
  for (const [i, moment] of MOMENTS.entries()) {
    before = after;
    const killAt = Math.round(opening + moment * (first.sent - opening));
    const { signal } = await imported(i + 1, killAt);
    if (moment < 1) expect(signal).toBe("SIGKILL");
    after = await counts(place);
    const added = difference(before, after);
    const nothing = Object.fromEntries(Object.keys(whole).map((table) => [table, 0]));
    const received = { ...nothing, source: 1, source_file, audit: 1 };
    expect([nothing, received, whole], `killed at message ${killAt}`).toContainEqual(added);
    if (added.source === 0) nothings++;
  }
  expect(nothings).toBeGreaterThan(0);

  // And it can go on: the last file is imported, or recognised.
  const { code, stderr } = await imported(MOMENTS.length);
  expect(stderr).not.toMatch(/Error\b/);
  expect([0, 1]).toContain(code);
  // What was received and not read is read by the app when it starts.
  await within(place, async (opened) => {
    await opened.db.execute(sql`update pgboss.job set start_after = now() where state = 'created'`);
    await untilRead(opened);
  });
  const total = await counts(place);
  expect(total.source_block).toBe(total.source * whole.source_block);
  expect(total.audit).toBe(total.source * whole.audit);
});

test("who is killed while adopting leaves no edition, or a whole one", async () => {
  const place = await dataPlace();
  const slug = await within(place, async () => {
    const scope = await dossierOf(await person());
    for (let n = 0; n < 40; n++) await requirementOf(scope, { title: `Eis ${n}` });
    for (let n = 0; n < 40; n++) await reactionIn(scope, { text: `Reactie ${n}.` });
    return scope.slug;
  });
  const adopted = async (killAt = Number.POSITIVE_INFINITY) => {
    let sent = 0;
    const { child, ended } = startProgram("adopt", [slug], place.env, (message) => {
      sent = message;
      if (message === killAt) child.kill("SIGKILL");
    });
    return { ...(await ended), sent };
  };
  const editions = () =>
    within(place, async ({ db }) =>
      rowsOf<{ number: string; parts: number }>(
        db,
        sql`select e.major || '.' || e.minor as number, count(p.*)::int as parts
          from edition e left join edition_part p on p.edition_id = e.id
          group by e.id order by e.major, e.minor`,
      ),
    );
  const whole = await adopted();
  expect(whole).toMatchObject({ code: 0, stderr: "" });
  const [first] = await editions();
  expect(first).toMatchObject({ number: "0.1" });
  expect(first?.parts).toBeGreaterThan(80);

  let before = 1;
  let nothings = 0;
  // Of the last twenty messages one writes each part, and one is the commit.
  for (const fromEnd of [9, 4, 1, 0]) {
    await adopted(whole.sent - fromEnd);
    const now = await editions();
    expect(now.length, `killed ${fromEnd} before the end`).toBeLessThanOrEqual(before + 1);
    for (const { parts } of now) expect(parts).toBe(first?.parts);
    if (now.length === before) nothings++;
    before = now.length;
  }
  expect(nothings).toBeGreaterThan(0);
  // It goes on: the next has the next number, and every one that stands is whole by itself.
  expect(await adopted()).toMatchObject({ code: 0, stderr: "" });
  const all = await editions();
  expect(all.map(({ number }) => number)).toEqual(all.map((_, n) => `0.${n + 1}`));
  await within(place, async () => {
    const scope = await openDossierToRead(SYSTEM, slug);
    for (const { number } of all) {
      const file = await fileOfEdition(scope, number);
      expect(verifyEdition(file, HASH)).toMatchObject({ state: "whole", count: 0 });
    }
  });
}, 600_000);

test("a server ends with who started it, and lets go of its data", async () => {
  const place = await dataPlace();
  const { child, server } = await served(place);
  expect(isAlive(server)).toBe(true);
  child.kill("SIGKILL");
  await expect.poll(() => isAlive(server), { timeout: 30_000 }).toBe(false);
  await within(place, async () => expect(await databaseAnswers()).toBe(true));
}, 700_000);

describe("a process that reads a file for others", () => {
  test("and is killed leaves it to the next, and nothing half", async () => {
    const place = await dataPlace();
    const sourceId = await receivedIn(place, minutes(800_000));
    const { child, ended } = startProgram("worker", [], place.env);
    const reader = await childOf(child.pid ?? 0);
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    await expect.poll(() => isAlive(reader), { timeout: 30_000 }).toBe(false);

    await within(place, async (opened) => {
      await untilAlone(opened);
      expect(await stateOf(opened, sourceId)).toEqual({ state: "reading", versions: 0, read: 0 });
      // On a server another process may have it in hand: only time tells that it is lost.
      if (opened.engine === "server") {
        await opened.db.execute(
          sql`update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'`,
        );
      }
      await untilRead(opened);
      expect(await stateOf(opened, sourceId)).toEqual({ state: "read", versions: 1, read: 1 });
    });
  });

  test("and is told to stop ends in good order, and nothing is lost", async () => {
    const place = await dataPlace();
    const sourceId = await receivedIn(place, minutes(30_000));
    const { child, ended } = startProgram("worker", [], place.env);
    await childOf(child.pid ?? 0);
    // Twice, as at a terminal.
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: "" });
    await within(place, async (opened) => {
      const { state, versions } = await stateOf(opened, sourceId);
      // A busy machine may not have read it in the time there is for that.
      expect(["read 1", "reading 0"]).toContain(`${state} ${versions}`);
      await untilRead(opened);
      expect(await stateOf(opened, sourceId)).toEqual({ state: "read", versions: 1, read: 1 });
    });
  });
});

/** A source that was received and not yet read, in a dossier of its own. */
async function receivedIn(place: DataPlace, text: string): Promise<string> {
  return within(place, async () => {
    const { sourceId } = await received(await dossierOf(await person()), fileOf(text));
    return sourceId;
  });
}

/** The number of the process that another one has started, once it has. */
async function childOf(pid: number): Promise<number> {
  const children = `/proc/${pid}/task/${pid}/children`;
  const read = () => Number(fs.readFileSync(children, "utf8").trim().split(" ")[0]);
  await expect.poll(read, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
  return read();
}

async function stateOf({ db }: OpenDatabase, sourceId: string) {
  const [row] = await rowsOf<{ state: string; versions: number; read: number }>(
    db,
    sql`select state,
      (select count(*)::int from source_version where source_id = source.id) as versions,
      (select count(*)::int from audit
        where action = 'source.read' and entity_id = source.id::text) as read
      from source where id = ${sourceId}`,
  );
  if (!row) throw new Error("no such source");
  return { ...row };
}

/** Works off jobs until every source has been read. */
async function untilRead(opened: OpenDatabase): Promise<void> {
  const worker = await startWorker(opened, JOBS, 0.5);
  const unread = () => rowsOf(opened.db, sql`select id, state from source where state <> 'read'`);
  await expect.poll(unread, { timeout: 120_000 }).toEqual([]);
  await worker.stop();
}

async function counts(place: DataPlace): Promise<Counts> {
  return within(place, async (opened) => {
    await untilAlone(opened);
    const [row] = await rowsOf<Counts>(
      opened.db,
      sql`select
        (select count(*)::int from source) as source,
        (select count(*)::int from source_file) as source_file,
        (select count(*)::int from source_version) as source_version,
        (select count(*)::int from source_block) as source_block,
        (select count(*)::int from source_part) as source_part,
        (select count(*)::int from segment) as segment,
        (select count(*)::int from audit where action like 'source.%') as audit`,
    );
    if (!row) throw new Error("no counts");
    return { ...row };
  });
}

/** A server finds out a moment later that the other end of a connection is gone. */
async function untilAlone({ db, engine }: OpenDatabase): Promise<void> {
  if (engine === "embedded") return;
  await expect
    .poll(
      () =>
        rowsOf(
          db,
          sql`select pid from pg_stat_activity where datname = current_database()
            and application_name <> '' and state <> 'idle' and pid <> pg_backend_pid()`,
        ),
      { timeout: 30_000 },
    )
    .toEqual([]);
}

function difference(before: Counts, after: Counts): Counts {
  return Object.fromEntries(
    Object.entries(after).map(([table, n]) => [table, n - before[table as keyof Counts]]),
  ) as unknown as Counts;
}
