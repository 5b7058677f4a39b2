import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { correction, correctionRound, source, sourceVersion } from "@/db/schema";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { reviseSource } from "../../sources/commands";
import { blocksWhere } from "../../sources/rows";
import { textFile } from "../../sources/rules";
import { mayHaveCorrected } from "../policy";
import { lockRound } from "../rows";
import { correctedText } from "../rules";

/**
 * Makes the next version of a source with what was accepted, by the way that each corrected text goes: it is read
 * in the background and its passages are looked for. The round is over then.
 *
 * @param changes how many blocks become other ones, by what the author saw.
 * @throws NotFound; Conflict when that is another number by now, or a newer version came in; Invalid when
 *   nothing was accepted, something is not decided on, nothing would be left, or it was made already.
 */
export const makeVersion = command({
  scope: member,
  action: "correctionRound.makeVersion",
  input: z.object({
    roundId: uuid,
    changes: z.coerce.number().int().min(0),
    note: requiredText(500),
  }),
  allow: mayHaveCorrected,
  find: lockRound,
  run: async (tx, scope, { roundId, changes: seen, note }, round) => {
    if (round.closed === "made") throw new Invalid("corrections.errors.made");
    if (round.closed === "adopted") throw new Invalid("corrections.errors.adopted");
    const standing = await tx
      .select()
      .from(correction)
      .where(and(eq(correction.roundId, roundId), isNull(correction.withdrawnAt)));
    if (standing.some(({ decision }) => decision === null)) {
      throw new Invalid("corrections.errors.undecided");
    }
    const taken = standing.filter(({ decision }) => decision === "accepted");
    if (taken.length === 0) throw new Invalid("corrections.errors.nothingAccepted");
    const changes = new Map(taken.map(({ block, text }) => [block, text]));
    if (changes.size !== seen) throw new Conflict("corrections.errors.otherNumber");
    const { sourceId, versionId, n } = round;
    const [version] = await tx
      .select({ trailing: sourceVersion.trailing, title: source.title })
      .from(sourceVersion)
      .innerJoin(source, eq(source.id, sourceVersion.sourceId))
      .where(eq(sourceVersion.id, versionId));
    if (!version) throw new NotFound();
    const text = correctedText(
      await blocksWhere(tx, scope.dossierId, versionId),
      version.trailing,
      changes,
    );
    if (text.trim() === "") throw new Invalid("corrections.errors.nothingLeft");
    const { revisionId } = await reviseSource.within(tx, scope, {
      sourceId,
      base: n,
      ...textFile(version.title, text),
      note,
    });
    await tx.update(correctionRound).set({ revisionId }).where(eq(correctionRound.id, roundId));
    return {
      result: { sourceId },
      audit: {
        entity: "correctionRound",
        entityId: roundId,
        after: { revisionId, changes: changes.size },
      },
    };
  },
});
