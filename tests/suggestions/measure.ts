import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { rankCoreValues } from "@/domain/core-values/rows";
import type { ReaderScope } from "@/domain/kernel/scope";

/** Among so many of the first the right one counts as found. */
export const AMONG = 2;

export interface LeftOut {
  number: number;
  text: string;
  right: number[];
  /** Numbers of the kernwaarden as they are proposed, the best first. */
  proposed: number[];
  because: string[];
  /** Whether one of those it has is among the first two. */
  found: boolean;
}

/** Each coded reaction of a dossier as if nobody had coded it: which kernwaarden are proposed, beside those it has. */
export async function leaveEachOut({ dossierId }: ReaderScope): Promise<LeftOut[]> {
  const db = await database();
  const coded = await rowsOf<{ id: string; number: number; text: string; right: number[] }>(
    db,
    sql`select r.id, r.number, r.text, json_agg(v.number order by v.number) as right
      from coded_once c
      join live_reaction r on r.id = c.reaction_id
      join core_value v on v.id = c.core_value_id
      where c.dossier_id = ${dossierId} group by r.id, r.number, r.text order by r.number`,
  );
  const all: LeftOut[] = [];
  for (const { id, number, text, right } of coded) {
    const ranked = await rankCoreValues(db, dossierId, [text], [id]);
    const proposed = ranked.map((one) => one.number);
    const found = proposed.slice(0, AMONG).some((one) => right.includes(one));
    all.push({ number, text, right, proposed, found, because: ranked[0]?.because ?? [] });
  }
  return all;
}
