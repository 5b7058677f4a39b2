import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import {
  personalFind,
  personalForm,
  personalRelease,
  personalSearch,
  personalSubject,
} from "@/db/schema";
import { lockDossier } from "../dossiers/rows";
import { NotFound } from "../kernel/errors";
import { giveWay } from "../kernel/give-way";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { PersonalFind } from "../privacy/model";
import { findPersonalData } from "../privacy/rules";
import { type Stands, seekerOf } from "../privacy/rules/layer";
import { type Form, subjectsOf } from "../privacy/rules/subjects";
import { CodePointIndex } from "../text/rules";
import type { HeldBack } from "./model";
import { CERTAIN, newPlaces } from "./rules";

/** A form as a key: what is written, and of which kind it is. */
const keyOf = ({ kind, text }: Form) => `${kind} ${text}`;

/**
 * Stores where personal data stands in a version, and that it was searched.
 *
 * @returns whether it was stored: a version that was searched keeps what it has.
 */
export async function storeFinds(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
  finds: readonly PersonalFind[],
): Promise<boolean> {
  const first = await tx
    .insert(personalSearch)
    .values({ sourceVersionId })
    .onConflictDoNothing()
    .returning({ id: personalSearch.sourceVersionId });
  if (first.length === 0) return false;
  const forms = await storeForms(tx, dossierId, finds);
  const rows = finds.map(({ start, end, confidence, ...form }) => {
    const formId = forms.get(keyOf(form));
    if (formId === undefined) throw new Error("a find is of no form");
    return { sourceVersionId, start, end, confidence, formId };
  });
  for (const batch of batches(rows)) {
    await tx.insert(personalFind).values(batch);
    await giveWay();
  }
  const known = await knownForms(tx, dossierId, sourceVersionId);
  if (known.length > 0) {
    await placeForms(tx, known, sql`b.source_version_id = ${sourceVersionId}`);
  }
  return true;
}

/** A known way of writing, with how sure it is. */
export interface KnownForm {
  id: string;
  text: string;
  confidence: number;
}

/**
 * The forms that are looked for in every new text of the dossier: of whom something was decided, and what is as good as
 * certain. What may be an ordinary word is not.
 */
async function knownForms(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
): Promise<KnownForm[]> {
  return rowsOf<KnownForm>(
    tx,
    sql`select f.id, f.text, coalesce(max(p.confidence), 1) as confidence
      from personal_form f join personal_subject s on s.id = f.subject_id
      left join personal_find p on p.form_id = f.id and p.source_version_id <> ${sourceVersionId}
      where f.dossier_id = ${dossierId} and s.redaction <> 'none'
        and exists (select from source_version v where v.dossier_id = ${dossierId}
          and v.id <> ${sourceVersionId})
      group by f.id, s.redaction
      having s.redaction <> 'open' or coalesce(max(p.confidence), 1) >= ${CERTAIN}`,
  );
}

/** Blocks that are read at once while forms are looked for. */
const BLOCKS_AT_ONCE = 1_000;

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
    for (const [versionId, stands] of standsIn(blocks, seek)) {
      made += await placeIn(tx, versionId, stands);
    }
    await giveWay();
  }
}

/** A known form where it stands in a version, in code points. */
type StandingForm = Stands<KnownForm>;

/** Where forms stand in blocks, in order, by version. */
function standsIn(
  blocks: readonly { versionId: string; start: number; text: string }[],
  seek: (text: string) => StandingForm[],
): Map<string, StandingForm[]> {
  const byVersion = new Map<string, StandingForm[]>();
  for (const { versionId, start, text } of blocks) {
    const found = seek(text);
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
    sourceVersionId,
    start,
    end,
    confidence: form.confidence,
    formId: form.id,
  }));
  for (const batch of batches(rows)) await tx.insert(personalFind).values(batch);
  return fresh.length;
}

/**
 * Says at which of the places that were seen the words stay: those that were not ticked.
 *
 * @returns how many places changed.
 */
export async function keepPlaces(
  tx: Database,
  subjectId: string,
  { seen, ticked }: { seen: readonly string[]; ticked: readonly string[] },
): Promise<number> {
  const chosen = new Set(ticked);
  const places = seen.map((key) => {
    const [version, start] = key.split(":");
    return { version, start: Number(start), stays: !chosen.has(key) };
  });
  const changed = await rowsOf(
    tx,
    sql`update personal_find p set stays = c.stays
      from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
        as c(version uuid, start int, stays boolean), personal_form f
      where p.source_version_id = c.version and p.start_cp = c.start and p.stays <> c.stays
        and f.id = p.form_id and f.subject_id = ${subjectId}
      returning p.start_cp`,
  );
  return changed.length;
}

/** All places of somebody are to be replaced again: what is open stays nowhere. */
export async function replaceEverywhere(tx: Database, subjectId: string): Promise<void> {
  await tx.execute(sql`update personal_find p set stays = false from personal_form f
    where f.id = p.form_id and f.subject_id = ${subjectId} and p.stays`);
}

/**
 * Stores ways in which personal data is written, each under whom or what it is of. Somebody who is known in the
 * dossier is the same person here, unless the name can be of two; what is known stays where it is.
 *
 * @returns the id of each, by kind and text.
 */
export async function storeForms(
  tx: Database,
  dossierId: AuthorizedDossierId,
  found: readonly Form[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (found.length === 0) return ids;
  // Two sources that are read at once may have the same people.
  await lockDossier(tx, dossierId);
  const known = new Map(
    (
      await tx
        .select({
          id: personalForm.id,
          kind: personalForm.kind,
          text: personalForm.text,
          subjectId: personalForm.subjectId,
        })
        .from(personalForm)
        .where(eq(personalForm.dossierId, dossierId))
    ).map((row) => [keyOf(row), row]),
  );
  for (const [key, { id }] of known) ids.set(key, id);
  const all = new Map<string, Form>([
    ...known,
    ...found.map((form): [string, Form] => [keyOf(form), form]),
  ]);
  const subjects: (typeof personalSubject.$inferInsert)[] = [];
  const forms: (typeof personalForm.$inferInsert)[] = [];
  for (const { kind, text, forms: written } of subjectsOf([...all.values()])) {
    const keys = written.map((form) => ({ text: form, key: keyOf({ kind, text: form }) }));
    const fresh = keys.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) continue;
    const owners = new Set(keys.flatMap(({ key }) => known.get(key)?.subjectId ?? []));
    const [only] = owners;
    const subjectId = owners.size === 1 && only !== undefined ? only : crypto.randomUUID();
    if (subjectId !== only) subjects.push({ id: subjectId, dossierId, kind, name: text });
    for (const form of fresh) {
      const id = crypto.randomUUID();
      ids.set(form.key, id);
      forms.push({ id, dossierId, kind, text: form.text, subjectId });
    }
  }
  for (const batch of batches(subjects)) await tx.insert(personalSubject).values(batch);
  for (const batch of batches(forms)) await tx.insert(personalForm).values(batch);
  return ids;
}

/** The one whom something is decided on, locked. @throws NotFound */
export async function takeSubject(
  tx: Database,
  dossierId: AuthorizedDossierId,
  subjectId: string,
): Promise<typeof personalSubject.$inferSelect> {
  const [found] = await tx
    .select()
    .from(personalSubject)
    .where(and(eq(personalSubject.id, subjectId), eq(personalSubject.dossierId, dossierId)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** Removes the finds in versions that go, and who stood nowhere else with what was decided on them. */
export async function removeFinds(tx: Database, versions: SQLWrapper): Promise<void> {
  await tx.delete(personalSearch).where(inArray(personalSearch.sourceVersionId, versions));
  const gone = await tx
    .delete(personalFind)
    .where(inArray(personalFind.sourceVersionId, versions))
    .returning({ formId: personalFind.formId });
  const subjects = new Set<string>();
  for (const ids of batches([...new Set(gone.map(({ formId }) => formId))])) {
    const forms = await tx
      .delete(personalForm)
      .where(
        and(
          inArray(personalForm.id, ids),
          sql`not exists (select from ${personalFind} f where f.form_id = "personal_form"."id")`,
        ),
      )
      .returning({ subjectId: personalForm.subjectId });
    for (const { subjectId } of forms) subjects.add(subjectId);
  }
  for (const ids of batches([...subjects])) {
    await tx
      .delete(personalSubject)
      .where(
        and(
          inArray(personalSubject.id, ids),
          sql`not exists (select from ${personalForm} f where f.subject_id = "personal_subject"."id")`,
        ),
      );
  }
}

/** Versions that were not searched, of sources that came in before there was a search. */
export async function unsearchedVersions(
  db: Database,
): Promise<{ dossierId: string; sourceId: string; sourceVersionId: string }[]> {
  return rowsOf(
    db,
    sql`select v.dossier_id as "dossierId", v.source_id as "sourceId", v.id as "sourceVersionId"
      from source_version v
      where not exists (select from personal_search p where p.source_version_id = v.id)`,
  );
}

/** What keeps things of a dossier from leaving the house; null when nothing does. */
export async function heldBackIn(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<HeldBack | null> {
  const open = await rowsOf<{ id: string }>(
    db,
    sql`select s.id from personal_subject s where s.dossier_id = ${dossierId} and s.redaction = 'open'
      order by s.id`,
  );
  const unsearched = await rowsOf<{ id: string }>(
    db,
    sql`select v.id from source_version v where v.dossier_id = ${dossierId}
      and not exists (select from personal_search p where p.source_version_id = v.id) order by v.id`,
  );
  if (open.length + unsearched.length === 0) return null;
  const key = sha256([...open, ...unsearched].map(({ id }) => id).join(" "));
  const releases = await db
    .select({ id: personalRelease.id })
    .from(personalRelease)
    .where(and(eq(personalRelease.dossierId, dossierId), eq(personalRelease.held, key)))
    .limit(1);
  return {
    key,
    open: open.length,
    unsearched: unsearched.length,
    released: releases.length > 0,
  };
}

/** Keeps that somebody answers for what is open. */
export async function keepRelease(
  tx: Database,
  release: typeof personalRelease.$inferInsert,
): Promise<void> {
  await tx.insert(personalRelease).values(release);
}

/** Characters that are searched before others get their turn on this thread: some 50 ms. */
const SEARCHED_AT_ONCE = 60_000;

/**
 * Personal data in words that are about to go out, of which nobody decided anything: what was typed by hand and stands
 * in no source. `replaced` are words that went through the layer, so what is replaced is not in them.
 */
export async function unknownIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  replaced: readonly string[],
): Promise<Form[]> {
  const forms = new Map<string, Form>();
  let piece = "";
  const search = async () => {
    for (const { kind, text } of findPersonalData(piece)) {
      forms.set(keyOf({ kind, text }), { kind, text });
    }
    piece = "";
    await giveWay();
  };
  // The same quotation stands at many requirements.
  for (const words of new Set(replaced)) {
    // Apart from each other: what stands behind a name must not look as if it belonged to it.
    piece += `${words}\n\n`;
    if (piece.length > SEARCHED_AT_ONCE) await search();
  }
  if (piece !== "") await search();
  const known = await db
    .select({ kind: personalForm.kind, text: personalForm.text })
    .from(personalForm)
    .where(eq(personalForm.dossierId, dossierId));
  for (const form of known) forms.delete(keyOf(form));
  return [...forms.values()];
}
