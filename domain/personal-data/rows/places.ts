import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { personalFind } from "@/db/schema";
import type { PersonalDataKind } from "@/db/vocabulary";
import { batches } from "../../kernel/rows";
import { type Stands, seekerOf } from "../../privacy/rules/seek";
import { CodePointIndex } from "../../text/rules";
import { keyOfPlace } from "../model";
import { newPlaces } from "../rules";
import { FINDS_AT_ONCE } from "./forms";

/** A known way of writing, with how sure it is. */
export interface KnownForm {
  id: string;
  kind: PersonalDataKind;
  text: string;
  confidence: number;
}

/** Blocks that are read at once while forms are looked for. */
const BLOCKS_AT_ONCE = 250;

/**
 * Stores where forms stand in blocks `b` of versions that were searched, as whole words, beside what was found there. A
 * whole name takes the place of a part of it.
 *
 * @returns how many places are new.
 */
export async function placeForms(
  tx: Database,
  forms: readonly KnownForm[],
  where: SQL,
): Promise<number> {
  const seek = seekerOf(forms);
  let made = 0;
  let after = { versionId: "00000000-0000-0000-0000-000000000000", n: -1 };
  for (;;) {
    const blocks = await rowsOf<{ versionId: string; n: number; start: number; text: string }>(
      tx,
      sql`select b.source_version_id as "versionId", b.n, b.start_cp as start, b.text
        from source_block b join personal_search h on h.source_version_id = b.source_version_id
        where ${where} and (b.source_version_id, b.n) > (${after.versionId}::uuid, ${after.n}::int)
        order by b.source_version_id, b.n limit ${BLOCKS_AT_ONCE}`,
    );
    const last = blocks.at(-1);
    if (!last) return made;
    after = last;
    for (const [versionId, stands] of await standsIn(blocks, seek)) {
      made += await placeIn(tx, versionId, stands);
    }
    await giveWay();
  }
}

/** A known form where it stands in a version, in code points. */
type StandingForm = Stands<KnownForm>;

/** Where forms stand in blocks, in order, by version. */
async function standsIn(
  blocks: readonly { versionId: string; start: number; text: string }[],
  seek: (text: string) => StandingForm[],
): Promise<Map<string, StandingForm[]>> {
  const byVersion = new Map<string, StandingForm[]>();
  for (const { versionId, start, text } of blocks) {
    const found = seek(text);
    await giveWay();
    if (found.length === 0) continue;
    const index = new CodePointIndex(text);
    const stands = byVersion.get(versionId) ?? [];
    byVersion.set(versionId, stands);
    for (const one of found) {
      stands.push({
        form: one.form,
        start: start + index.toCodePoint(one.start),
        end: start + index.toCodePoint(one.end),
      });
    }
  }
  return byVersion;
}

async function placeIn(
  tx: Database,
  sourceVersionId: string,
  stands: readonly StandingForm[],
): Promise<number> {
  const there = await rowsOf<{ start: number; end: number }>(
    tx,
    sql`select p.start_cp as start, p.end_cp as "end" from personal_find p
      where p.source_version_id = ${sourceVersionId}
        and p.start_cp < ${stands.at(-1)?.end ?? 0}::int and p.end_cp > ${stands[0]?.start ?? 0}::int
      order by p.start_cp`,
  );
  const { fresh, covered } = newPlaces(stands, there);
  for (const starts of batches(covered.map(({ start }) => start))) {
    await tx
      .delete(personalFind)
      .where(
        and(eq(personalFind.sourceVersionId, sourceVersionId), inArray(personalFind.start, starts)),
      );
  }
  const rows = fresh.map(({ start, end, form }) => ({
    start,
    end,
    confidence: form.confidence,
    formId: form.id,
  }));
  await insertFinds(tx, sourceVersionId, rows);
  return fresh.length;
}

/** Adds places where forms stand in a version. */
export async function insertFinds(
  tx: Database,
  sourceVersionId: string,
  finds: readonly { start: number; end: number; confidence: number; formId: string }[],
): Promise<void> {
  for (const batch of batches(finds, FINDS_AT_ONCE)) {
    await tx.execute(sql`
      insert into personal_find (source_version_id, start_cp, end_cp, confidence, form_id)
      select ${sourceVersionId}::uuid, start, "end", confidence, "formId"
      from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb)
        as find(start int, "end" int, confidence real, "formId" uuid)`);
    await giveWay();
  }
}

/** Places of somebody, by what changed of them. */
export interface MovedPlaces {
  /** Keys of those where the words stay from now on. */
  left: string[];
  /** Keys of those where they are replaced again. */
  replaced: string[];
}

/** Says at which of the places that were seen the words stay: those that were not ticked. */
export async function keepPlaces(
  tx: Database,
  subjectId: string,
  { seen, ticked }: { seen: readonly string[]; ticked: readonly string[] },
): Promise<MovedPlaces> {
  const chosen = new Set(ticked);
  return movePlaces(tx, subjectId, {
    left: seen.filter((key) => !chosen.has(key)),
    replaced: seen.filter((key) => chosen.has(key)),
  });
}

/** Says of places of somebody whether the words stay. @returns those of which it was otherwise. */
export async function movePlaces(
  tx: Database,
  subjectId: string,
  { left, replaced }: MovedPlaces,
): Promise<MovedPlaces> {
  const placed = (stays: boolean) => (key: string) => {
    const [version, start] = key.split(":");
    return { version, start: Number(start), stays };
  };
  const places = [...left.map(placed(true)), ...replaced.map(placed(false))];
  const changed = await rowsOf<{ versionId: string; start: number; stays: boolean }>(
    tx,
    sql`update personal_find p set stays = c.stays
      from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
        as c(version uuid, start int, stays boolean), personal_form f
      where p.source_version_id = c.version and p.start_cp = c.start and p.stays <> c.stays
        and f.id = p.form_id and f.subject_id = ${subjectId}
      returning p.source_version_id as "versionId", p.start_cp as start, p.stays`,
  );
  const keys = (stays: boolean) =>
    changed.filter((place) => place.stays === stays).map((place) => keyOfPlace(place));
  return { left: keys(true), replaced: keys(false) };
}

/** All places of somebody are to be replaced again: what is open stays nowhere. */
export async function replaceEverywhere(tx: Database, subjectId: string): Promise<void> {
  await tx.execute(sql`update personal_find p set stays = false from personal_form f
    where f.id = p.form_id and f.subject_id = ${subjectId} and p.stays`);
}

/**
 * Places that were left as they are stay so in the next version of a source: in a block that says the same there, and
 * where all that say so had them left. In any other block somebody looks again.
 */
export async function carryPlaces(tx: Database, sourceVersionId: string): Promise<void> {
  const [before] = await rowsOf<{ id: string }>(
    tx,
    sql`select w.id from source_version v join source_version w on w.source_id = v.source_id and w.n < v.n
      where v.id = ${sourceVersionId} order by w.n desc limit 1`,
  );
  if (!before) return;
  await tx.execute(sql`
    with left_alone as (
      select p.form_id, p.start_cp - b.start_cp as at, b.text
      from personal_find p
      join source_block b on b.source_version_id = p.source_version_id
        and b.start_cp <= p.start_cp and b.end_cp > p.start_cp
      where p.source_version_id = ${before.id}
        and p.form_id in (select o.form_id from personal_find o
          where o.source_version_id = ${before.id} and o.stays)
      group by 1, 2, 3 having bool_and(p.stays)
    )
    update personal_find p set stays = true
    from left_alone l, source_block b
    where p.source_version_id = ${sourceVersionId} and p.form_id = l.form_id
      and b.source_version_id = ${sourceVersionId} and b.start_cp <= p.start_cp and b.end_cp > p.start_cp
      and p.start_cp - b.start_cp = l.at and b.text = l.text`);
}
