import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { enqueue } from "@/db/jobs";
import { source, sourceVersion } from "@/db/schema";
import type { PlaceDecision } from "@/db/vocabulary";
import { Invalid, NotFound } from "../../kernel/errors";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { Stretch } from "./index";

/** A source of the dossier, locked. @throws NotFound; Invalid `sources.errors.removed` for one that was removed */
export async function lockSource(
  tx: Database,
  scope: { dossierId: string },
  { sourceId }: { sourceId: string },
): Promise<typeof source.$inferSelect> {
  const [found] = await tx
    .select()
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.dossierId, scope.dossierId)))
    .for("update");
  if (!found) throw new NotFound();
  if (found.state === "removed") throw new Invalid("sources.errors.removed");
  return found;
}

/** The version of a source that stands now. @throws NotFound when it was not read */
export async function newestVersion(
  tx: Database,
  sourceId: string,
): Promise<typeof sourceVersion.$inferSelect> {
  const [newest] = await tx
    .select()
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId))
    .orderBy(desc(sourceVersion.n))
    .limit(1);
  if (!newest) throw new NotFound();
  return newest;
}

/** Blocks of a text that are read at a time, so that nobody waits for all of it. */
const BLOCKS_AT_ONCE = 1_000;

/** The whole text of a version. */
export async function textOfVersion(tx: Database, versionId: string): Promise<string> {
  const [version] = await tx
    .select({ trailing: sourceVersion.trailing })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, versionId));
  const parts: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const [part]: { text: string | null; last: number | null }[] = await rowsOf(
      tx,
      sql`select string_agg(before || text, '' order by n) as text, max(n) as last
        from (select n, before, text from source_block
          where source_version_id = ${versionId} and n > ${after} order by n limit ${BLOCKS_AT_ONCE}) b`,
    );
    parts.push(part?.text ?? "");
    after = part?.last ?? null;
    await giveWay();
  }
  return parts.join("") + (version?.trailing ?? "");
}

/** A passage that was not looked for in the newest version yet: where it was quoted. */
export interface Unlocated extends Stretch {
  passageId: string;
  versionId: string;
  /** Where it stands in the newest version in which that is known, when it is another. */
  known: (Stretch & { versionId: string }) | null;
  /** What somebody decided of the version before the newest that goes on to count. */
  carried: { decision: PlaceDecision; decidedBy: string | null; decidedAt: string } | null;
}

/** The passages of older versions without a place in the newest. */
export async function unlocatedPassages(
  tx: Database,
  dossierId: AuthorizedDossierId,
  newest: Pick<typeof sourceVersion.$inferSelect, "id" | "sourceId" | "n">,
): Promise<Unlocated[]> {
  return rowsOf<Unlocated>(
    tx,
    sql`
    select p.id as "passageId", v.id as "versionId", p.start_cp as start, p.end_cp as "end",
      case when known.version_id is not null then json_build_object('versionId', known.version_id,
        'start', known.start_cp, 'end', known.end_cp) end as known,
      case when last.decision in ('different', 'gone') then json_build_object(
        'decision', last.decision, 'decidedBy', last.decided_by, 'decidedAt', last.decided_at
      ) end as carried
    from passage p
    join source_version v on v.id = p.source_version_id
    left join lateral (
      select l.source_version_id as version_id, coalesce(l.decided_start_cp, l.start_cp) as start_cp,
        coalesce(l.decided_end_cp, l.end_cp) as end_cp
      from passage_location l join source_version w on w.id = l.source_version_id
      where l.passage_id = p.id and w.n < ${newest.n} and (l.decision in ('same', 'different', 'elsewhere')
        or (l.decision is null and l.status in ('exact', 'moved')))
      order by w.n desc limit 1
    ) known on true
    left join lateral (
      select l.decision, l.decided_by, l.decided_at
      from passage_location l join source_version w on w.id = l.source_version_id
      where l.passage_id = p.id and w.n < ${newest.n}
      order by w.n desc limit 1
    ) last on true
    where p.dossier_id = ${dossierId} and v.source_id = ${newest.sourceId} and v.n < ${newest.n}
      and not exists (select from passage_location l
        where l.passage_id = p.id and l.source_version_id = ${newest.id})
    order by p.start_cp, p.end_cp`,
  );
}

/** Has what was just quoted in a version looked for in the newest one, when that is another. */
export async function locateLater(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
): Promise<void> {
  const [newer] = await rowsOf<{ sourceId: string }>(
    tx,
    sql`select w.source_id as "sourceId" from source_version v
      join source_version w on w.source_id = v.source_id and w.n > v.n
      where v.id = ${sourceVersionId} limit 1`,
  );
  if (!newer) return;
  // Loaded here: what the job does leans on this file.
  const { locateSourceJob } = await import("../jobs");
  await enqueue(tx, [locateSourceJob.request({ dossierId, sourceId: newer.sourceId })]);
}
