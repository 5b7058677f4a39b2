import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { expect, onTestFinished, test } from "vitest";
import { adoptNames } from "@/db/adopt-names";
import { type Database, database, databaseAnswers, rowsOf, transaction } from "@/db/client";
import { MIGRATIONS } from "@/db/migrate";
import { nameKey } from "@/db/name-key";
import { THINGS } from "@/db/things";
import { freshDatabase } from "../database";

freshDatabase();

test("the database answers", async () => {
  expect(await databaseAnswers()).toBe(true);
});

test("the database answers while a transaction takes its time, also one that fails", async () => {
  let go = () => {};
  const asked = new Promise<void>((resolve) => {
    go = resolve;
  });
  const held = transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await asked;
    await tx.execute(sql`select 2`);
    return "done";
  });
  expect(await databaseAnswers()).toBe(true);
  go();
  expect(await held).toBe("done");
  const failing = transaction(async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => {});
    expect(await databaseAnswers()).toBe(true);
    await tx.execute(sql`select 2`);
  });
  await expect(failing).rejects.toThrow();
  expect(await rowsOf(await database(), sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("what the planner is told arrives", async () => {
  const [row] = await rowsOf<{ jit: string; cost: string }>(
    await database(),
    sql`select current_setting('jit') as jit, current_setting('random_page_cost') as cost`,
  );
  // The embedded database cannot compile at all.
  if (process.env.TEST_DATABASE_URL) expect(row?.jit).toBe("off");
  expect(row?.cost).toBe("1.1");
});

test("Dutch words are found by their stem", async () => {
  const [row] = await rowsOf<{ hit: boolean }>(
    await database(),
    sql`select to_tsvector('dutch', 'De ouders willen scholen bezoeken') @@ websearch_to_tsquery('dutch', 'ouder school') as hit`,
  );
  expect(row?.hit).toBe(true);
});

test("an audit row can be neither changed nor removed", async () => {
  const db = await database();
  await db.execute(
    sql`insert into audit (chain, n, at, actor_name, action, entity, entity_id, previous_sha256, sha256)
        values ('installation', 1, now(), 'iemand', 'proef', 'ding', '1', '0', '1')`,
  );
  await expect(db.execute(sql`update audit set actor_name = 'ander'`)).rejects.toThrow();
  await expect(db.execute(sql`delete from audit`)).rejects.toThrow();
});

/** An embedded database as it was before a migration. */
async function databaseBefore(migration: string) {
  const old = new PGlite();
  onTestFinished(() => old.close());
  const folder = MIGRATIONS.migrationsFolder;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const now = files.sort().findIndex((file) => file.endsWith(migration));
  const apply = async (file = "") => old.exec(fs.readFileSync(path.join(folder, file), "utf8"));
  for (const file of files.slice(0, now)) await apply(file);
  const rest = async () => {
    for (const file of files.slice(now + 1)) await apply(file);
  };
  return { old, next: () => apply(files[now]), rest };
}

test("names and texts of an earlier Herleid get their keys, and of two that are the same the first", async () => {
  const { old, next } = await databaseBefore("_intake.sql");
  const names = [
    "Rust",
    "RUST\u200b",
    "Één  lijn",
    "e\u0301e\u0301n\u00a0lijn",
    "Ｒ\u202eust",
    "Zo\ufeffrg",
    // What SQL and we see otherwise: capitals, and a space on both sides of what shows nothing.
    "Straße",
    "Rust \u200b nu",
    "Strasse",
  ];
  await old.exec(`insert into dossier (id, slug, title, contracting_authority)
    values ('00000000-0000-4000-8000-000000000001', 'a', 'A', 'B')`);
  for (const [i, name] of names.entries()) {
    await old.query(
      `insert into core_value (dossier_id, number, name)
        values ('00000000-0000-4000-8000-000000000001', $1, $2)`,
      [i + 1, name],
    );
  }
  for (const n of [1, 2]) {
    await old.query(
      `with file as (
        insert into source (dossier_id, title, file_name, media_type, byte_size, sha256, created_at)
          values ('00000000-0000-4000-8000-000000000001', $1, 'a', 'text/plain', 1, $1, now() + $2::interval)
          returning id)
      insert into source_version (dossier_id, source_id, n, characters, "trailing", text_sha256, normaliser_version)
        select '00000000-0000-4000-8000-000000000001', id, 1, 1, '', 'same', 1 from file`,
      [`file ${n}`, `${n} hours`],
    );
  }
  await next();
  const { rows } = await old.query<{ name: string; key: string }>(
    "select name, name_key as key from core_value order by number",
  );
  expect(rows.map((row) => row.name)).toEqual(names);
  const keys = rows.map(({ key }) => key.replace(/ [0-9a-f-]{36}$/, " …"));
  expect(keys).toEqual([
    "rust",
    "rust …",
    nameKey(names[2] ?? ""),
    "één lijn …",
    "rust …",
    "zorg",
    "straße",
    "rust  nu",
    "strasse",
  ]);
  const db = drizzle(old) as unknown as Database;
  await adoptNames(db);
  const { rows: adopted } = await old.query<{ name: string; key: string }>(
    "select name, name_key as key from core_value order by number",
  );
  // "Strasse" was there and has the key: what turns out to be the same keeps its own.
  expect(adopted.slice(6)).toEqual([
    { name: "Straße", key: "straße" },
    { name: "Rust \u200b nu", key: nameKey("Rust nu") },
    { name: "Strasse", key: nameKey("Straße") },
  ]);
  await adoptNames(db);
  expect(
    (await old.query("select name, name_key as key from core_value order by number")).rows,
  ).toEqual(adopted);
  const texts = await old.query("select text_key from source order by created_at");
  expect(texts.rows).toEqual([{ text_key: "same" }, { text_key: null }]);
});

test("stellingen of before stand in the documents that put them, and the log says what it said of them", async () => {
  const { old, next, rest } = await databaseBefore("_statement-places.sql");
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
  const [dossier, held, source, version] = [id(1), id(2), id(3), id(4)];
  const shared = "Een bus rijdt op tijd.";
  const text = `Stelling 1: ${shared}|Stelling 1: Een **bus** rijdt op tijd.|Ja.|Stelling 2: Fietsen.`;
  const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;
  await old.exec(`
    insert into dossier (id, slug, title, contracting_authority) values ('${dossier}', 'a', 'A', 'B');
    insert into consultation (id, dossier_id, title, kind) values ('${held}', '${dossier}', 'Avond', 'meeting');
    insert into source (id, dossier_id, title, file_name, media_type, byte_size, sha256)
      values ('${source}', '${dossier}', 'Bron', 'a', 'text/plain', 1, 'x');
    insert into source_version (id, dossier_id, source_id, n, characters, "trailing", text_sha256, normaliser_version)
      values ('${version}', '${dossier}', '${source}', 1, ${text.length}, '', 'x', 1);
    insert into source_block (source_version_id, n, start_cp, end_cp, before, text, form, level)
      values ('${version}', 1, 0, ${text.length}, '', '${text}', 'paragraph', 0);`);
  const part = (n: number) => id(10 + n);
  for (const n of [1, 2]) {
    await old.exec(`insert into source_part
        (id, dossier_id, source_version_id, n, start_cp, end_cp, title, kind, consultation_id, confirmed_at)
      values ('${part(n)}', '${dossier}', '${version}', ${n}, ${n === 1 ? 0 : 35}, ${n === 1 ? 35 : text.length},
        'Deel', 'meeting', '${held}', now() + interval '${n} hours')`);
  }
  const stretches = [
    { n: 1, passage: id(21), words: shared, kind: "statement", number: 1 },
    { n: 2, passage: id(22), words: "Een **bus** rijdt op tijd.", kind: "statement", number: 1 },
    { n: 2, passage: id(23), words: "Ja.", kind: "reaction", number: 2 },
    { n: 2, passage: id(24), words: "Fietsen.", kind: "statement", number: 2 },
  ];
  for (const { n, passage, words, kind, number } of stretches) {
    const [start, end] = at(words);
    await old.query(
      `insert into passage (id, dossier_id, source_version_id, start_cp, end_cp, exact)
        values ($1, $2, $3, $4, $5, $6)`,
      [passage, dossier, version, start, end, words],
    );
    await old.query(
      `insert into segment (part_id, start_cp, end_cp, quote_start_cp, quote_end_cp, text, kind, statement,
          reason, confidence, decision) values ($1, $2, $3, $2, $3, $4, $5, $6, 'label', 1, 'accepted')`,
      [part(n), start, end, words, kind, number],
    );
  }
  const put = [
    { statement: id(31), text: shared, number: 1, passage: id(21) },
    { statement: id(32), text: "De fiets is beter.", number: 2, passage: null },
    { statement: id(33), text: "Met de hand.", number: 3, passage: null },
  ];
  for (const { statement, text, number, passage } of put) {
    await old.query("insert into statement (id, dossier_id, text) values ($1, $2, $3)", [
      statement,
      dossier,
      text,
    ]);
    await old.query(
      `insert into statement_occurrence (dossier_id, statement_id, consultation_id, number, passage_id)
        values ($1, $2, $3, $4, $5)`,
      [dossier, statement, held, number, passage],
    );
  }
  // Put by hand, and somebody reacted to it in the second document, which calls it stelling 2.
  await old.query(
    `insert into reaction (dossier_id, number, consultation_id, statement_id, kind, text, passage_id)
      values ($1, 1, $2, $3, 'reaction', 'Ja.', $4)`,
    [dossier, held, id(32), id(23)],
  );
  const { rows: said } = await old.query<{ put: unknown }>(
    `select (select jsonb_agg(jsonb_strip_nulls(to_jsonb(x)) order by x.id)
      from statement_occurrence x where x.statement_id = t.id) as put from statement t order by t.id`,
  );
  await next();
  const { rows: places } = await old.query(
    `select o.statement_id as statement, p.part_id as part, p.number, p.passage_id as passage
      from statement_place p join statement_occurrence o on o.id = p.occurrence_id
      order by o.number, p.part_id nulls first`,
  );
  expect(places).toEqual([
    { statement: id(31), part: part(1), number: 1, passage: id(21) },
    { statement: id(31), part: part(2), number: 1, passage: id(22) },
    { statement: id(32), part: null, number: null, passage: null },
    { statement: id(32), part: part(2), number: 2, passage: id(24) },
    { statement: id(33), part: null, number: null, passage: null },
  ]);
  // The log reads what stands there today.
  await rest();
  const known = THINGS.statement;
  if (!known) throw new Error("the log knows no stellingen");
  const now = await rowsOf<{ put: unknown }>(
    drizzle(old) as unknown as Database,
    sql`select (${known.state}) -> 'put' as put from ${known.from} order by t.id`,
  );
  expect(now).toEqual(said);
});
