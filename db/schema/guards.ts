import { pgTable, text } from "drizzle-orm/pg-core";

/** By which guards the database is kept now: a hash of their text (`db/guards.ts`). */
export const appliedGuards = pgTable("applied_guards", { sha256: text("sha256").primaryKey() });
