import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { sourcePart } from "@/db/schema";
import type { ReaderScope } from "@/domain/kernel/scope";
import { changeSegments, confirmPart } from "@/domain/splitting/commands";
import type { SegmentChange, SegmentRow } from "@/domain/splitting/model";
import { segmentsBetween } from "@/domain/splitting/rows";
import { sourceOf } from "./sources";

/** A part on the workbench, with the version it is at. */
export interface PartOnBench {
  sourceId: string;
  sourceVersionId: string;
  partId: string;
  n: number;
  lockVersion: number;
}

/** The parts of a newly imported source, on the workbench. */
export async function partsOf(
  scope: ReaderScope,
  overrides: Parameters<typeof sourceOf>[1] = {},
): Promise<PartOnBench[]> {
  const { sourceId, sourceVersionId } = await sourceOf(scope, overrides);
  const db = await database();
  const rows = await db
    .select({ id: sourcePart.id, n: sourcePart.n, lockVersion: sourcePart.lockVersion })
    .from(sourcePart)
    .where(eq(sourcePart.sourceVersionId, sourceVersionId))
    .orderBy(asc(sourcePart.n));
  return rows.map(({ id, ...row }) => ({ ...row, partId: id, sourceId, sourceVersionId }));
}

/** The first part of a newly imported source. */
export async function partOf(
  scope: ReaderScope,
  overrides: Parameters<typeof sourceOf>[1] = {},
): Promise<PartOnBench> {
  const [part] = await partsOf(scope, overrides);
  if (!part) throw new Error("the source has no part");
  return part;
}

/** The segments of a part as they are stored now. */
export async function segmentsOf({ partId }: PartOnBench): Promise<SegmentRow[]> {
  return segmentsBetween(await database(), partId);
}

/** The segment of which the text holds these words. */
export async function segmentWith(part: PartOnBench, words: string): Promise<SegmentRow> {
  const found = (await segmentsOf(part)).find((row) => row.text.includes(words));
  if (!found) throw new Error(`no segment holds "${words}"`);
  return found;
}

/** Makes one change and remembers the version it left. */
export async function changed(scope: ReaderScope, part: PartOnBench, change: SegmentChange) {
  const { partId, lockVersion } = part;
  const patch = await changeSegments(scope, { partId, lockVersion, change });
  part.lockVersion = patch.lockVersion;
  return patch;
}

/** Accepts all that is open and confirms the part. */
export async function confirmed(
  scope: ReaderScope,
  part: PartOnBench,
  choices: Partial<Omit<Parameters<typeof confirmPart>[1], "partId" | "lockVersion">> = {},
) {
  if ((await segmentsOf(part)).some((row) => row.decision === "open")) {
    await changed(scope, part, { type: "acceptRest" });
  }
  const { partId, lockVersion } = part;
  return confirmPart(scope, { partId, lockVersion, ...choices });
}
