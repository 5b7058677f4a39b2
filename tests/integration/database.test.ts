import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { expect, onTestFinished, test } from "vitest";
import { adoptNames } from "@/db/adopt-names";
import { type Database, database, databaseAnswers, rowsOf } from "@/db/client";
import { MIGRATIONS } from "@/db/migrate";
import { nameKey } from "@/db/name-key";
import { freshDatabase } from "../database";

freshDatabase();

test("the database answers", async () => {
  expect(await databaseAnswers()).toBe(true);
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

test("names and texts of an earlier Herleid get their keys, and of two that are the same the first", async () => {
  const old = new PGlite();
  onTestFinished(() => old.close());
  const folder = MIGRATIONS.migrationsFolder;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const now = files.findIndex((file) => file.endsWith("_intake.sql"));
  const apply = async (file: string) => old.exec(fs.readFileSync(path.join(folder, file), "utf8"));
  for (const file of files.sort().slice(0, now)) await apply(file);
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
  await apply(files[now] ?? "");
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
