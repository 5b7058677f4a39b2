import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { source } from "@/db/schema";
import { forgetRows } from "../bulk/rows";
import { removeRounds } from "../corrections/rows";
import { command, scopeSuffices } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { optionalText, requiredText, uuid } from "../kernel/fields";
import { actorAccountId, administrator } from "../kernel/scope";
import { answersMoved, reactionsWithin, removeReactions } from "../reactions/rows";
import { titlesThrough } from "../redaction/rows";
import { isDocument } from "../sources/rows";
import { eraseSource, lockTexts } from "../sources/rows/erase";
import { eraseAround } from "../sources/rows/remains";
import { confirmedParts } from "../splitting/rows/confirmed";
import { takeOutStatements } from "../statements/rows/places";
import { isRestedOn, restingSeen } from "./model";
import { restingOnSource, wordsThatStay } from "./rows";

/**
 * Removes a source that was added by mistake: its files, its text, the proposal to split it, and what came of it on
 * which nothing rests. Words on which a kernwaarde or requirement rests, or once did, stay where they stood, with
 * the reactions and stellingen they are; all that rests on those says *bron verwijderd*. What it was, and why it went,
 * stays in the log of its dossier.
 *
 * @throws NotFound; Invalid on `title` when that is not what was typed, `sources.errors.restedOn` when something
 *   rests on it and nothing of that was `seen`; Conflict when something else rests on it than what was seen.
 */
export const removeSource = command({
  scope: administrator,
  action: "source.remove",
  input: z.object({
    sourceId: uuid,
    title: requiredText(200),
    reason: requiredText(500),
    /** What was shown of what rests on it, see `restingSeen`; empty where nothing does. */
    seen: optionalText(200),
  }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId, title, reason, seen }) => {
    const [found] = await tx
      .select()
      .from(source)
      // What people wrote online they take back themselves.
      .where(and(eq(source.id, sourceId), isDocument, ne(source.state, "removed")))
      .for("update");
    if (!found) throw new NotFound();
    await refuseOtherTitle(tx, found, title);
    await lockTexts(tx, sourceId);
    const resting = await restingOnSource(tx, sourceId);
    if (isRestedOn(resting) && seen === "") throw new Invalid("sources.errors.restedOn");
    if (seen !== "" && seen !== restingSeen(resting)) {
      throw new Conflict("sources.errors.restingChanged", {}, 0);
    }
    const gone = [...(await removeRounds(tx, sourceId)), ...(await removeUnused(tx, sourceId))];
    const said = [found.title, found.fileName, reason];
    const by = actorAccountId(scope.actor);
    const erased =
      (await eraseSource(tx, sourceId, said)) ??
      (await eraseAround(tx, sourceId, {
        by,
        reason,
        said: [...said, ...(await wordsThatStay(tx, sourceId))],
      }));
    const { dossierId, fileName, byteSize, sha256, createdAt, createdBy } = found;
    const { coreValuesLeft, requirementsLeft, fingerprint: _, ...rested } = resting;
    return {
      result: { sourceId },
      dossierId,
      audit: [
        {
          entity: "source",
          entityId: sourceId,
          before: {
            title: found.title,
            fileName,
            byteSize,
            sha256,
            texts: erased.texts,
            createdAt,
            createdBy,
          },
          after: {
            removed: true,
            reason,
            ...(isRestedOn(resting) ? { rested, coreValuesLeft, requirementsLeft } : {}),
          },
          reason,
        },
        ...erased.passages.map((id) => ({
          entity: "passage" as const,
          entityId: id,
          before: {},
        })),
        ...gone,
      ],
    };
  },
});

/** Who is in none of the dossiers types what they read there. */
async function refuseOtherTitle(
  tx: Database,
  { dossierId, title }: { dossierId: string; title: string },
  typed: string,
): Promise<void> {
  const read = await titlesThrough(tx, [{ dossierId, text: title }]);
  const called = [title, read(dossierId, title)];
  if (!called.some((one) => nameKey(one) === nameKey(typed))) {
    throw new Invalid("errors.fields", {}, { title: "sources.errors.otherTitle" });
  }
}

/** Takes away the reactions and stellingen of a source on which nothing rests. @returns what the log must say of each */
async function removeUnused(tx: Database, sourceId: string): Promise<AuditEntry[]> {
  const { free } = await reactionsWithin(tx, sourceId);
  const { audit, answers } = await removeReactions(tx, free);
  // A spreadsheet that was a mistake here may come in again.
  await forgetRows(
    tx,
    free.map(({ id }) => id),
  );
  const statements: AuditEntry[] = [];
  for (const part of await confirmedParts(tx, sourceId)) {
    statements.push(...(await takeOutStatements(tx, part)));
  }
  return [...audit, ...answersMoved(answers, () => null), ...statements];
}
