import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "./client";

/** On this channel the id of an online consultation is heard when something in it changed (guards/7-live.sql). */
export const LIVE_CHANNEL = "herleid_live";

/** Says something on a channel that is no id: by it a process finds out whether it hears anything. */
export async function sayLive(db: Database, words: string): Promise<void> {
  await rowsOf(db, sql`select pg_notify(${LIVE_CHANNEL}::text, ${words}::text)`);
}
