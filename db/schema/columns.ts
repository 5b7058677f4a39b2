import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, timestamp, uuid } from "drizzle-orm/pg-core";

/** Every table has a random UUID as its immutable identity; display numbers come beside it. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** A moment, stored with its zone, read as an ISO string. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

export const createdAt = () => moment("created_at").notNull().defaultNow();

/** For a check: the column holds one of these kinds. */
export const oneOf = (column: AnyPgColumn, kinds: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(kinds.map((kind) => `'${kind}'`).join(", "))})`;

/** For a check: the column holds some of these kinds, or is null. */
export const someOf = (column: AnyPgColumn, kinds: readonly string[]): SQL =>
  sql`${column} <@ array[${sql.raw(kinds.map((kind) => `'${kind}'`).join(", "))}]::text[]`;
