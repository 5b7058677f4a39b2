import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OpenDatabase, rowsOf } from "@/db/client";
import { dossierOf, person } from "@/tests/factories/people";
import { minutes } from "@/tests/factories/text";
import { type DataPlace, dataPlace, scratchFolder, startProgram, within } from "@/tests/processes";

const TRIES = 6;

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
  const text = minutes(2_000_000);
  const folder = scratchFolder();
  const file = (n: number) => {
    const name = path.join(folder, `poging-${n}.md`);
    // Each is another file, or it would be recognised; the same number of blocks in all.
    fs.writeFileSync(name, `# Poging ${String(n).padStart(2, "0")}\n\n${text}`);
    return name;
  };
  const start = (n: number) =>
    startProgram("herleid", ["import", file(n), "--dossier", slug], place.env);

  // One whole import first: what it adds, and how long that takes here and now.
  let before = await counts(place);
  const begun = Date.now();
  expect(await start(0).ended).toMatchObject({ code: 0, stderr: "" });
  const duration = Date.now() - begun;
  const whole = difference(before, await counts(place));
  expect(whole).toMatchObject({ source: 1, source_file: 1, source_version: 1, audit: 1 });
  expect(whole.source_block).toBeGreaterThan(1_000);
  expect(whole.segment).toBeGreaterThan(1_000);

  let killed = 0;
  for (let n = 1; n <= TRIES; n++) {
    before = await counts(place);
    const { child, ended } = start(n);
    // Somewhere in the n-th part of the time that a whole import takes, never before the middle of
    // the start of the program.
    const moment = duration * (0.25 + (0.75 * (n - Math.random())) / TRIES);
    await Promise.race([ended, wait(moment)]);
    child.kill("SIGKILL");
    if ((await ended).signal === "SIGKILL") killed++;
    const added = difference(before, await counts(place));
    const nothing = Object.fromEntries(Object.keys(whole).map((table) => [table, 0]));
    expect([nothing, whole], `killed after ${Math.round(moment)} ms`).toContainEqual(added);
  }
  expect(killed).toBeGreaterThan(0);

  // And it can go on: the last file is imported, or recognised.
  const { code, stderr } = await startProgram(
    "herleid",
    ["import", path.join(folder, `poging-${TRIES}.md`), "--dossier", slug],
    place.env,
  ).ended;
  const total = await counts(place);
  expect(stderr).not.toMatch(/Error\b/);
  expect([0, 1]).toContain(code);
  expect(total.source_block).toBe(total.source * whole.source_block);
}, 300_000);

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
