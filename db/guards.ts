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

/**
 * Brings functions, triggers and views up to date with `db/guards/*.sql`. They hold no data, so they
 * are written as they should be now and not as a change of what was; when nothing differs nothing
 * is done.
 */
export async function applyGuards(db: Database): Promise<void> {
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
  const text = files
    .sort()
    .map((name) => fs.readFileSync(path.join(FOLDER, name), "utf8"))
    .join(BREAKPOINT);
  const hash = sha256(text);
  const known = await db.select().from(appliedGuards).where(eq(appliedGuards.sha256, hash));
  if (known.length > 0) return;
  await db.transaction(async (tx) => {
    for (const statement of text.split(BREAKPOINT)) await tx.execute(sql.raw(statement));
    await tx.delete(appliedGuards);
    await tx.insert(appliedGuards).values({ sha256: hash });
  });
}
