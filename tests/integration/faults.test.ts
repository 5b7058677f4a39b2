import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { logFault } from "@/app/_lib/action";
import { errorText } from "@/cli/run";
import { database, openShared, rowsOf } from "@/db/client";
import { DatabaseGone, goneIn } from "@/db/errors";
import { StatementFailed } from "@/db/faults";
import { coreValue } from "@/db/schema";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { faultText } from "@/domain/kernel/faults";
import { refusalIn } from "@/domain/kernel/refusal";
import { onRequestError } from "@/instrumentation";
import { freshDatabase } from "../database";
import { dossierOf } from "../factories/people";
import { consultationIn, reactionIn } from "../factories/reactions";
import { fileOf, received } from "../factories/sources";

freshDatabase();

/** What somebody said, and nobody else should read. */
const SAID = "Mijn zoon Sem zit thuis";

let logged: MockInstance;
beforeEach(() => {
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => logged.mockRestore());

/** All that would stand in the log. */
const log = () =>
  logged.mock.calls.map((args) => args.map((one) => inspect(one)).join(" ")).join("\n");

/** All of an error that anything could print, what is hidden too. */
const all = (error: unknown) => inspect(error, { depth: null, showHidden: true });

test("a statement that is refused says its kind and state, and no values", async () => {
  const db = await database();
  const scope = await dossierOf();
  await db.execute(
    sql`create table said (words text constraint short check (length(words) < 5) unique)`,
  );
  const refusals: [string, () => PromiseLike<unknown>][] = [
    ["23514 in insert into said", () => db.execute(sql`insert into said values (${SAID})`)],
    ["22P02 in select", () => db.execute(sql`select ${SAID}::text::int`)],
    ["42703 in select", () => db.execute(sql`select weg from said where words = ${SAID}`)],
    [
      '23502 in insert into "core_value"',
      () => db.insert(coreValue).values({ dossierId: scope.dossierId, name: SAID } as never),
    ],
    // Where the words stand in the statement itself.
    ["42601 in selekt", () => db.execute(sql.raw(`selekt '${SAID}'`))],
    ["22P02 in select", () => db.transaction((tx) => tx.execute(sql`select ${SAID}::text::uuid`))],
  ];
  for (const [says, refused] of refusals) {
    const error = await refused().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StatementFailed);
    expect((error as Error).message).toContain(says);
    expect(all(error)).not.toContain(SAID);
    for (const printed of [faultText(error), errorText(error)]) {
      expect(printed).toContain(says);
      expect(printed).toMatch(/\n\s+at /);
      expect(printed).not.toContain(SAID);
    }
  }
  const [first] = refusals;
  await expect(first?.[1]()).rejects.toMatchObject({ code: "23514", constraint: "short" });
});

test("a page and a form that fail log under their reference, without words", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const db = await database();
  await db.execute(sql`alter table reaction rename column speaker to spreker`);
  const error = await reactionIn(scope, { text: SAID, consultationId }).catch((fault) => fault);
  logFault(error);
  onRequestError(error, { path: "/dossiers/x?q=Sem", method: "POST" });
  await db.execute(sql`alter table reaction rename column spreker to speaker`);
  expect(logged).toHaveBeenCalledTimes(2);
  expect(log().match(/42703 in insert into "reaction"/g)).toHaveLength(2);
  expect(log()).not.toContain("Sem");
});

test("reading that fails keeps no words, in the log or in the queue", async () => {
  const scope = await dossierOf();
  const db = await database();
  await db.execute(sql`alter table source_block rename column text to woorden`);
  await received(scope, fileOf(`# Bijeenkomst\n\n- ${SAID}.\n`));
  const worker = await startWorker(await openShared(), JOBS, 0.5);
  await expect
    .poll(() => log(), { timeout: 60_000 })
    .toContain("42703 in insert into source_block");
  await worker.stop();
  await db.execute(sql`alter table source_block rename column woorden to text`);
  expect(log()).not.toContain("Sem");
  const [row] = await rowsOf<{ kept: string }>(
    db,
    sql`select string_agg(to_jsonb(job)::text, '') as kept from pgboss.job`,
  );
  expect(row?.kept).toContain("StatementFailed");
  expect(row?.kept).not.toContain("Sem");
});

test("losses and refusals are known by what they say, not by their class", async () => {
  // As in the app: the database is opened in one bundle and used in another.
  vi.resetModules();
  const [errors, faults] = await Promise.all([import("@/db/errors"), import("@/db/faults")]);
  const elsewhere = new errors.DatabaseGone(true);
  expect(elsewhere).not.toBeInstanceOf(DatabaseGone);
  expect(goneIn(new faults.StatementFailed("commit", elsewhere))).toBe(elsewhere);
  expect(refusalIn(elsewhere)).toMatchObject({ key: "errors.unavailable" });
  const full = new faults.StatementFailed("insert into x", { code: "53100" });
  expect(full).not.toBeInstanceOf(StatementFailed);
  expect(refusalIn(full)).toMatchObject({ key: "errors.full" });
  expect(goneIn(full)).toBeUndefined();
  expect(refusalIn(new Error("ours"))).toBeUndefined();
});

test("an error that quotes what it read tells only where it was", () => {
  const quoting = [
    () => JSON.parse(`{"said": ${SAID}`),
    () => {
      throw new RangeError(`Invalid content for node doc: <paragraph("${SAID}")>`);
    },
    () => decodeURIComponent(`%${SAID}`),
    () => new URL(SAID),
  ];
  for (const read of quoting) {
    let text = "";
    try {
      read();
    } catch (error) {
      text = faultText(error);
    }
    expect(text).toMatch(/^(Syntax|Range|URI|Type)Error\b.*\n\s+at /);
    expect(text).not.toContain("Sem");
  }
  const wrapped = new Error("outer", { cause: new RangeError(`${SAID}\n    at ${SAID}`) });
  expect(faultText(wrapped)).toMatch(/^Error: outer\n.*caused by RangeError\n/s);
  expect(faultText(wrapped)).not.toContain("Sem");
  expect(faultText(SAID)).toBe("string");
});
