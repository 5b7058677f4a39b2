import fs from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OpenDatabase, rowsOf } from "@/db/client";
import { dossierOf, person } from "@/tests/factories/people";
import { minutes } from "@/tests/factories/text";
import { type DataPlace, dataPlace, scratchFolder, startProgram, within } from "@/tests/processes";

/** How far into the import it is killed: at which part of its messages to the database. */
const MOMENTS = [0, 0.2, 0.5, 0.8, 0.95, 1];

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

test("an import that is killed half-way leaves all of it or nothing", async () => {
  const place = await dataPlace();
  const slug = await within(place, async () => (await dossierOf(await person())).slug);
  const text = minutes(600_000);
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
  expect(whole).toMatchObject({ source: 1, source_file: 1, source_version: 1, audit: 1 });
  expect(whole.source_block).toBeGreaterThan(1_000);
  expect(whole.segment).toBeGreaterThan(1_000);
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
    expect([nothing, whole], `killed at message ${killAt}`).toContainEqual(added);
    if (added.source === 0) nothings++;
  }
  expect(nothings).toBeGreaterThan(0);

  // And it can go on: the last file is imported, or recognised.
  const { code, stderr } = await imported(MOMENTS.length);
  const total = await counts(place);
  expect(stderr).not.toMatch(/Error\b/);
  expect([0, 1]).toContain(code);
  expect(total.source_block).toBe(total.source * whole.source_block);
});

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
        (select count(*)::int from audit where action = 'source.import') as audit`,
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
