import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, databaseAnswers, rowsOf } from "@/db/client";
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
