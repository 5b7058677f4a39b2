import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import type { Declarations } from "./model";

/** What was never filled in. */
const NOTHING: Declarations = {
  ...{ lockVersion: 0, changedAt: null, organisation: "", contact: "", accessibility: "unknown" },
  ...{ examinedOn: null, register: "", shortcomings: "", officer: "", privacy: "" },
};

/** What stands now; its id is null as long as there is no row. @param lock to write it after. */
export async function standingDeclarations(
  db: Database,
  lock = false,
): Promise<Declarations & { id: string | null }> {
  const [found] = await rowsOf<Declarations & { id: string }>(
    db,
    sql`select id, lock_version as "lockVersion", changed_at as "changedAt", organisation, contact, accessibility,
        examined_on::text as "examinedOn", register, shortcomings, officer, privacy
      from declaration ${lock ? sql`for update` : sql``}`,
  );
  if (!found) return { ...NOTHING, id: null };
  return { ...found, changedAt: found.changedAt && new Date(found.changedAt).toISOString() };
}
