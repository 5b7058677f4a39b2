import fs from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import type { Database } from "./client";
import { sha256 } from "./hash";
import { appliedGuards } from "./schema";

const FOLDER = path.join(process.cwd(), "db", "guards");
const BREAKPOINT = "--> statement-breakpoint";

/**
 * Takes the views away before tables change: PostgreSQL refuses to change what a view reads. They
 * come back with {@link applyGuards}.
 */
export async function liftViews(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(
      sql.raw(`do $$ declare view_name text; begin
      for view_name in select viewname from pg_views where schemaname = 'public' loop
        execute format('drop view if exists %I cascade', view_name);
      end loop;
      if to_regclass('public.applied_guards') is not null then delete from applied_guards; end if;
    end $$`),
    );
  });
}

/** What the guards must be now, as one text of statements, and its hash. */
function wanted(): { text: string; hash: string } {
  const text = fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => fs.readFileSync(path.join(FOLDER, name), "utf8"))
    .join(BREAKPOINT);
  return { text, hash: sha256(text) };
}

/** Whether the guards that stand are those of this version. */
export async function guardsStand(db: Database): Promise<boolean> {
  const known = await db
    .select()
    .from(appliedGuards)
    .where(eq(appliedGuards.sha256, wanted().hash));
  return known.length > 0;
}

/**
 * Brings functions, triggers and views up to date with `db/guards/*.sql`. They hold no data, so they
 * are written as they should be now and not as a change of what was; when nothing differs nothing
 * is done.
 */
export async function applyGuards(db: Database): Promise<void> {
  if (await guardsStand(db)) return;
  const { text, hash } = wanted();
  await db.transaction(async (tx) => {
    for (const statement of text.split(BREAKPOINT)) await tx.execute(sql.raw(statement));
    await tx.delete(appliedGuards);
    await tx.insert(appliedGuards).values({ sha256: hash });
  });
}
