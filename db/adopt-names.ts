import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "./client";
import { nameKey } from "./name-key";

/**
 * Gives kernwaarden the key that {@link nameKey} makes of their name, where an earlier Herleid made
 * another one: in SQL, which has other capitals (ß) and other spaces. Of names that turn out to be the
 * same one has the key; the others keep theirs, until somebody gives them another name.
 */
export async function adoptNames(db: Database): Promise<void> {
  const rows = await rowsOf<{ id: string; dossierId: string; name: string; key: string }>(
    db,
    sql`select id, dossier_id as "dossierId", name, name_key as key from core_value order by number, id`,
  );
  const taken = new Set(rows.map(({ dossierId, key }) => `${dossierId} ${key}`));
  for (const { id, dossierId, name, key } of rows) {
    const wanted = nameKey(name);
    if (key === wanted || taken.has(`${dossierId} ${wanted}`)) continue;
    await db.execute(sql`update core_value set name_key = ${wanted} where id = ${id}`);
    taken.add(`${dossierId} ${wanted}`);
  }
}
