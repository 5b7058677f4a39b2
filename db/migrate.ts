import fs from "node:fs";
import path from "node:path";
import { type SQL, sql } from "drizzle-orm";
import type { MigrationConfig } from "drizzle-orm/migrator";
import { DatabaseProblem } from "./errors";

export const MIGRATIONS: MigrationConfig = {
  migrationsFolder: path.join(process.cwd(), "db", "migrations"),
};

/** Any number will do, as long as every Herleid that starts uses the same. */
export const MIGRATION_LOCK = 5_417_862;

/**
 * Refuses a database that a newer Herleid has already changed: this code does not know its tables.
 *
 * @returns whether its tables are still to be brought up to date.
 * @throws DatabaseProblem `newer`.
 */
export async function refuseNewer(
  query: (statement: SQL) => Promise<unknown[]>,
): Promise<{ pending: boolean }> {
  const [known] = await query(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (!(known as { present: boolean }).present) return { pending: true };
  const [row] = await query(
    sql`select max(created_at)::text as latest from drizzle.__drizzle_migrations`,
  );
  const latest = Number((row as { latest: string | null }).latest ?? 0);
  if (latest > newestMigration()) throw new DatabaseProblem("newer");
  return { pending: latest < newestMigration() };
}

function newestMigration(): number {
  const journal = JSON.parse(
    fs.readFileSync(path.join(MIGRATIONS.migrationsFolder, "meta", "_journal.json"), "utf8"),
  ) as { entries: { when: number }[] };
  return Math.max(...journal.entries.map((entry) => entry.when));
}
