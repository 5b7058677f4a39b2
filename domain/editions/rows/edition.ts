import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { edition, editionAct } from "@/db/schema";
import { bare } from "@/db/search";
import { BLOCKERS, type EditionAct, type EditionKind } from "@/db/vocabulary";
import { NotFound } from "../../kernel/errors";
import { type AuthorizedDossierId, actorAccountId, type Scope } from "../../kernel/scope";
import { heldBackIn, releaseOf } from "../../personal-data/rows";
import { passingOf } from "../../publication/rows";
import { type AdoptRefusal, type EditionHead, SECTIONS } from "../model";
import { type EditionPlace, type Frozen, type FrozenPart, numberOf } from "../rules";

interface InDossier extends Scope {
  readonly dossierId: AuthorizedDossierId;
}

/** The newest edition of a dossier, of whatever kind, and the places that come next: a definitive one begins a new number. */
export async function nextPlaces(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<{
  next: Record<EditionKind, EditionPlace>;
  previous: { id: string; number: string; sha256: string; decidedOn: string } | null;
}> {
  const [newest] = await rowsOf<{ id: string; sha256: string; decidedOn: string } & EditionPlace>(
    db,
    sql`select id, major, minor, sha256, decided_on::text as "decidedOn" from edition
      where dossier_id = ${dossierId} order by major desc, minor desc limit 1`,
  );
  const { major, minor, ...rest } = newest ?? { major: 0, minor: 0 };
  return {
    next: { definitive: { major: major + 1, minor: 0 }, concept: { major, minor: minor + 1 } },
    previous: "id" in rest ? { ...rest, number: numberOf({ major, minor }) } : null,
  };
}

/** Whether who acts wrote something of what the requirements say. */
export async function wroteAny(db: Database, scope: InDossier): Promise<boolean> {
  const [found] = await rowsOf<{ wrote: boolean }>(
    db,
    sql`select exists (select from requirement_author a join requirement r on r.id = a.requirement_id
      where a.dossier_id = ${scope.dossierId} and r.dropped_at is null
        and a.account_id = ${actorAccountId(scope.actor)}) as wrote`,
  );
  return found?.wrote ?? false;
}

/** What is answered for by somebody, of what stands in the way; and why an edition may not be adopted, if so. */
export async function standingInWay(
  db: Database,
  scope: InDossier,
): Promise<Pick<EditionHead, "passedOver" | "release"> & { blocked: boolean; held: boolean }> {
  const passedOver: EditionHead["passedOver"] = [];
  let blocked = false;
  for (const blocker of BLOCKERS) {
    const { count, passing, holds } = await passingOf(db, scope, blocker);
    if (count === 0) continue;
    if (!passing || !holds) blocked = true;
    else {
      const { reason, by, at } = passing;
      passedOver.push({ blocker, count, reason, by, at: new Date(at).toISOString() });
    }
  }
  const held = await heldBackIn(db, scope.dossierId);
  const said = held ? await releaseOf(db, scope.dossierId, held.key) : null;
  const release = said &&
    held && {
      ...{ open: held.open + held.unsearched, reason: said.reason, by: said.by },
      at: new Date(said.at).toISOString(),
    };
  return { passedOver, release, blocked, held: held !== null && !held.released };
}

/** Why who acts may not adopt an edition of this kind; null when they may. */
export function refusalOf(
  kind: EditionKind,
  {
    blocked,
    held,
    wrote,
    empty,
  }: { blocked: boolean; held: boolean; wrote: boolean; empty: boolean },
): AdoptRefusal | null {
  if (empty) return "empty";
  if (held) return "personalData";
  if (kind === "concept") return null;
  if (blocked) return "blocked";
  return wrote ? "own" : null;
}

/** The log of a dossier as it is now: how many rows its chain has, and the hash of the last. */
export async function logOf(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<EditionHead["log"]> {
  const [head] = await rowsOf<{ rows: number; sha256: string }>(
    db,
    sql`select n::int as rows, sha256 from audit_head where chain = ${dossierId}::text`,
  );
  return head ?? { rows: 0, sha256: "" };
}

/** Rows that go to the database in one statement. */
const ROWS_AT_ONCE = 500;

/** Stores an edition with all its parts. @returns its id. */
export async function keepEdition(
  tx: Database,
  kept: typeof edition.$inferInsert,
  parts: Frozen["parts"],
  onKept: (progress: { done: number; total: number }) => void,
): Promise<string> {
  const [made] = await tx.insert(edition).values(kept).returning({ id: edition.id });
  if (!made) throw new Error("insert returned no row");
  const total = SECTIONS.reduce((sum, section) => sum + parts[section].length, 0);
  let done = 0;
  for (const section of SECTIONS) {
    const rows = parts[section];
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      onKept({ done, total });
      const some = rows.slice(i, i + ROWS_AT_ONCE);
      await keepParts(tx, made.id, section, some);
      done += some.length;
      await giveWay();
    }
  }
  return made.id;
}

/** Parts that a reader searches in. */
const SEARCHED = ["requirements", "coreValues", "reactions", "blocks"];

/** What a person reads of a thing: a search finds no names of fields, and no marks. */
const WORDS = sql`concat_ws(' ', key, body::jsonb->>'title', body::jsonb->>'name', body::jsonb->>'text',
  body::jsonb->>'explanation', body::jsonb->>'definition', body::jsonb->>'rule', body::jsonb->'answer'->>'reason')`;

async function keepParts(
  tx: Database,
  editionId: string,
  section: string,
  rows: readonly FrozenPart[],
): Promise<void> {
  await tx.execute(sql`
    insert into edition_part (edition_id, section, n, key, body, words, parent, group_key, outcome, statement_key)
    select ${editionId}::uuid, ${section}, n, key, body, ${SEARCHED.includes(section) ? bare(WORDS) : sql`null`}, parent, "group", outcome, statement
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as part(n int, key text, body text, parent text, "group" text, outcome text, statement text)`);
}

/** An edition of a dossier, with what was done with it; locked. @throws NotFound */
export async function standingEdition(
  tx: Database,
  dossierId: AuthorizedDossierId,
  editionId: string,
): Promise<{ number: string; kind: EditionKind; sha256: string; acts: EditionAct[] }> {
  const [found] = await rowsOf<EditionPlace & { kind: EditionKind; sha256: string }>(
    tx,
    sql`select major, minor, kind, sha256 from edition
      where id = ${editionId} and dossier_id = ${dossierId} for no key update`,
  );
  if (!found) throw new NotFound();
  const acts = await rowsOf<{ act: EditionAct }>(
    tx,
    sql`select act from edition_act where edition_id = ${editionId}`,
  );
  const { kind, sha256 } = found;
  return { number: numberOf(found), kind, sha256, acts: acts.map(({ act }) => act) };
}

/** The online consultations of which an edition holds reactions that stand. */
export async function consultationsAnswered(db: Database, editionId: string): Promise<string[]> {
  const found = await rowsOf<{ id: string }>(
    db,
    sql`select distinct a.consultation_id as id from edition e
      join answer a on a.dossier_id = e.dossier_id
      join lateral (
        select number from voiced_reaction where id = a.reaction_id
        union all select number from live_reaction where part_of_id = a.reaction_id) r on true
      join edition_part p on p.edition_id = e.id and p.section = 'reactions' and p.key = 'R-' || r.number
      where e.id = ${editionId}`,
  );
  return found.map(({ id }) => id);
}

/** Adds what was done with an edition. */
export async function addAct(tx: Database, act: typeof editionAct.$inferInsert): Promise<void> {
  await tx.insert(editionAct).values(act);
}
