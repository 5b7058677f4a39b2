import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { asOutsider } from "@/domain/dossiers/gate";
import type { ReaderScope } from "@/domain/kernel/scope";
import { subjectList } from "@/domain/personal-data/queries";
import { searchReactions } from "@/domain/reactions/queries";
import { listBlocks } from "@/domain/sources/queries";
import { quotedStretches, traceOfRequirement } from "@/domain/trace/queries";
import { heaviestRequirement } from "./actions";
import type { BuiltDossier } from "./dossier";
import type { Action } from "./measure";

/** Minutes as they are read: as they came in, corrected, and by who may not see names. */
export async function readingActions(
  { scope, corrected }: BuiltDossier,
  runs: number,
): Promise<Action[]> {
  const db = await database();
  const heaviest = await heaviestRequirement(db, scope);
  const version = await firstVersion(db, scope);
  const newer = await newestVersionOf(db, corrected[0] ?? "");
  return [
    {
      runs,
      name: "minutes, one page to read",
      under: "its blocks by key",
      bare: () => bareBlocks(db, version.versionId),
      act: () => pageToRead(scope, version),
    },
    {
      runs,
      name: "corrected minutes, one page to read",
      under: "its blocks by key",
      bare: () => bareBlocks(db, newer.versionId),
      act: () => pageToRead(scope, newer),
    },
    // A reader without a right to names: beside the same for who has it.
    {
      runs,
      name: "corrected minutes, without names",
      under: "the same with names",
      bare: () => pageToRead(scope, newer),
      act: () => pageToRead(asOutsider(scope), newer),
    },
    {
      runs,
      name: "reaction list without names, page 1",
      reach: { ms: 150, bytes: 300_000 },
      under: "the same with names",
      bare: () => searchReactions(scope),
      act: () => searchReactions(asOutsider(scope)),
    },
    {
      runs,
      name: "trace of the heaviest without names",
      reach: { ms: 50 },
      under: "the same with names",
      bare: () => traceOfRequirement(scope, heaviest),
      act: () => traceOfRequirement(asOutsider(scope), heaviest),
    },
    {
      runs,
      name: "people and what was decided, page 1",
      reach: { ms: 150, bytes: 300_000 },
      under: "select of one page of them",
      bare: () =>
        rowsOf(
          db,
          sql`select * from personal_subject where dossier_id = ${scope.dossierId}
            order by name limit 50`,
        ),
      act: () => subjectList(scope, { show: "all", page: 1 }),
    },
  ];
}

const bareBlocks = (db: Database, versionId: string) =>
  rowsOf(
    db,
    sql`select * from source_block where source_version_id = ${versionId}
      and n <= 200 order by n`,
  );

async function pageToRead(scope: ReaderScope, version: { versionId: string; blocks: number }) {
  const blocks = await listBlocks(scope, version, 1);
  const stretches = await quotedStretches(scope, {
    sourceVersionId: version.versionId,
    start: 0,
    end: blocks.rows.at(-1)?.end ?? 0,
  });
  return [blocks, stretches];
}

async function firstVersion(db: Database, scope: ReaderScope) {
  const [row] = await rowsOf<{ versionId: string; blocks: number }>(
    db,
    sql`select v.id as "versionId",
        (select count(*)::int from source_block where source_version_id = v.id) as blocks
      from source_version v where v.dossier_id = ${scope.dossierId}
      order by v.created_at, v.id limit 1`,
  );
  if (!row) throw new Error("no minutes were imported");
  return row;
}

async function newestVersionOf(db: Database, sourceId: string) {
  const [row] = await rowsOf<{ versionId: string; blocks: number }>(
    db,
    sql`select v.id as "versionId",
        (select count(*)::int from source_block where source_version_id = v.id) as blocks
      from source_version v where v.source_id = ${sourceId} order by v.n desc limit 1`,
  );
  if (!row) throw new Error("no minutes were corrected");
  return row;
}
