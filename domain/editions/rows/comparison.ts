import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { editionComparison } from "@/db/schema";
import {
  COMPARED_BY,
  type Comparison,
  type ComparisonInShort,
  comparisonInShort,
} from "../rules/changes";

/** An edition, and the one that it is held against. */
export interface Pair {
  editionId: string;
  baseId: string;
}

const isPair = ({ editionId, baseId }: Pair) =>
  sql`edition_id = ${editionId} and base_id = ${baseId} and rules = ${COMPARED_BY}`;

/** What differs between two editions as it was kept; null when it was not. */
export async function keptComparison(db: Database, pair: Pair): Promise<Comparison | null> {
  const [found] = await rowsOf<{ whole: string }>(
    db,
    sql`select whole from edition_comparison where ${isPair(pair)}`,
  );
  return found ? JSON.parse(found.whole) : null;
}

/** The same, of it only what the first page says. */
export async function keptInShort(db: Database, pair: Pair): Promise<ComparisonInShort | null> {
  const [found] = await rowsOf<{ short: string }>(
    db,
    sql`select short from edition_comparison where ${isPair(pair)}`,
  );
  return found ? JSON.parse(found.short) : null;
}

/** Keeps it for ever. Two who made it at the same moment made the same. */
export async function keepComparison(
  db: Database,
  pair: Pair,
  comparison: Comparison,
): Promise<void> {
  await db
    .insert(editionComparison)
    .values({
      ...{ ...pair, rules: COMPARED_BY },
      short: JSON.stringify(comparisonInShort(comparison)),
      whole: JSON.stringify(comparison),
    })
    .onConflictDoNothing();
}

/** Dossiers of which the newest edition that somebody may read stands beside others, and is compared with none of them yet. */
export async function dossiersToCompare(db: Database): Promise<{ dossierId: string }[]> {
  return rowsOf(
    db,
    sql`select distinct e.dossier_id as "dossierId" from edition e
      join edition_act p on p.edition_id = e.id and p.act = 'published'
      where not exists (select from edition_act w where w.edition_id = e.id and w.act = 'withdrawn')
        and not exists (select from edition_comparison c where c.edition_id = e.id and c.rules = ${COMPARED_BY})
        and exists (select from edition o join edition_act a on a.edition_id = o.id and a.act = 'published'
          where o.dossier_id = e.dossier_id and (o.major, o.minor) < (e.major, e.minor)
            and not exists (select from edition_act w where w.edition_id = o.id and w.act = 'withdrawn'))`,
  );
}
