import { z } from "zod";
import { database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { passageLocation } from "@/db/schema";
import type { Placement } from "../../anchoring/model";
import type { PlacingTask } from "../../anchoring/task";
import { command, scopeSuffices } from "../../kernel/command";
import { uuid } from "../../kernel/fields";
import { batches } from "../../kernel/rows";
import { type JobScope, job } from "../../kernel/scope";
import {
  lockSource,
  newestVersion,
  textOfVersion,
  type Unlocated,
  unlocatedPassages,
} from "../rows";

/** Rows in one statement: the embedded database computes on the thread that answers people. */
const ROWS_AT_ONCE = 100;

interface Located extends Pick<Unlocated, "passageId" | "carried"> {
  placement: Placement;
}

/** Stores where passages stand in the newest version; one that somebody located meanwhile stays so. */
const storeLocations = command({
  scope: job,
  action: "source.locate",
  input: z.object({ sourceId: uuid, versionId: uuid, located: z.custom<Located[]>(Array.isArray) }),
  allow: scopeSuffices,
  find: lockSource,
  run: async (tx, _scope, { sourceId, versionId, located }) => {
    const counts = { exact: 0, moved: 0, proposed: 0, orphan: 0 };
    const rows = located.map(({ passageId, placement, carried }) => {
      const { status, start, end, score, meaning } = placement;
      counts[status]++;
      const found = { passageId, sourceVersionId: versionId, status, start, end, score, meaning };
      // What somebody decided of the version before stands, as long as nothing changed since.
      const stays =
        (carried?.decision === "different" && (status === "exact" || status === "moved")) ||
        (carried?.decision === "gone" && status === "orphan");
      return stays ? { ...found, ...carried } : found;
    });
    for (const batch of batches(rows, ROWS_AT_ONCE)) {
      await tx.insert(passageLocation).values(batch).onConflictDoNothing();
      await giveWay();
    }
    return {
      result: counts,
      audit: rows.length > 0 ? { entity: "source", entityId: sourceId, after: counts } : [],
    };
  },
});

/**
 * Finds the passages of a source in its newest version, as far as that was not done: by the words that were
 * quoted, and else by what became of them in the newest version in which that is known.
 *
 * @param place does the heavy part, in a process of its own.
 */
export async function locatePassages(
  scope: JobScope,
  sourceId: string,
  place: (task: PlacingTask) => Promise<Placement[]>,
): Promise<void> {
  const db = await database();
  const newest = await newestVersion(db, sourceId);
  const unlocated = await unlocatedPassages(db, scope.dossierId, newest);
  if (unlocated.length === 0) return;
  const after = await textOfVersion(db, newest.id);
  const found = new Map<string, Placement>();
  const look = async (quotes: readonly Quoted[]) => {
    for (const versionId of new Set(quotes.map((one) => one.versionId))) {
      const here = quotes.filter((one) => one.versionId === versionId);
      const before = await textOfVersion(db, versionId);
      const asked = here.map(({ start, end }) => ({ start, end }));
      const placed = await place({ before, after, quotes: asked });
      here.forEach(({ passageId }, i) => {
        if (placed[i]) found.set(passageId, placed[i]);
      });
    }
  };
  await look(unlocated);
  const changed = unlocated.flatMap(({ passageId, known }) => {
    const status = found.get(passageId)?.status;
    return known && status !== "exact" && status !== "moved" ? [{ passageId, ...known }] : [];
  });
  await look(changed);
  const again = new Set(changed.map(({ passageId }) => passageId));
  const located = unlocated.flatMap(({ passageId, carried }) => {
    const placement = found.get(passageId);
    // The words that were quoted are back: then nothing of them changed.
    const stays = again.has(passageId) || carried?.decision === "gone" ? carried : null;
    return placement ? [{ passageId, placement, carried: stays }] : [];
  });
  await storeLocations(scope, { sourceId, versionId: newest.id, located });
}

/** Words in a version, of a passage. */
interface Quoted {
  passageId: string;
  versionId: string;
  start: number;
  end: number;
}
