import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { correctionRound } from "@/db/schema";
import { command } from "../../kernel/command";
import { inDays, today } from "../../kernel/dates";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { calendarDate, lockVersion, uuid } from "../../kernel/fields";
import { actorAccountId, member } from "../../kernel/scope";
import { lockSource, newestVersion } from "../../sources/rows";
import { MAX_OPEN_DAYS } from "../model";
import { mayHaveCorrected } from "../policy";
import { lockRound } from "../rows";

/**
 * Lets the newest version of a source be corrected until the end of a day. Nobody can yet: each gets a link.
 *
 * @throws NotFound; Conflict when a newer version came in; Invalid when it was adopted, when there is a round
 *   already, or on `closesOn` for a day that is over or too far away.
 */
export const startRound = command({
  scope: member,
  action: "correctionRound.start",
  input: z.object({ sourceId: uuid, n: lockVersion, closesOn: calendarDate }),
  allow: mayHaveCorrected,
  find: lockSource,
  run: async (tx, scope, { sourceId, n, closesOn }, found) => {
    if (found.state !== "read") throw new NotFound();
    const newest = await newestVersion(tx, sourceId);
    if (newest.n !== n) throw new Conflict("sources.errors.newerVersion", { n: newest.n });
    if (found.adoptedVersion === n) throw new Invalid("corrections.errors.adopted");
    refuseDay(closesOn);
    const [made] = await tx
      .insert(correctionRound)
      .values({
        dossierId: scope.dossierId,
        sourceId,
        sourceVersionId: newest.id,
        closesOn,
        createdBy: actorAccountId(scope.actor),
      })
      .onConflictDoNothing()
      .returning({ id: correctionRound.id });
    if (!made) throw new Invalid("corrections.errors.roundThere");
    return {
      result: { roundId: made.id },
      audit: { entity: "correctionRound", entityId: made.id, after: { sourceId, n, closesOn } },
    };
  },
});

function refuseDay(closesOn: string): void {
  const wrong =
    closesOn < today()
      ? "corrections.errors.dayOver"
      : closesOn > inDays(MAX_OPEN_DAYS)
        ? "corrections.errors.dayFar"
        : null;
  if (wrong) throw new Invalid("errors.fields", {}, { closesOn: wrong });
}

const ended = ({ closesOn, endedAt }: { closesOn: string; endedAt: string | null }) => ({
  closesOn,
  ended: endedAt !== null,
});

/**
 * Sets another last day; a round that had ended takes corrections again.
 *
 * @throws NotFound; Invalid once there is a next version or this one was adopted, or on `closesOn`.
 */
export const changeRound = command({
  scope: member,
  action: "correctionRound.change",
  input: z.object({ roundId: uuid, closesOn: calendarDate }),
  allow: mayHaveCorrected,
  find: lockRound,
  run: async (tx, _scope, { roundId, closesOn }, before) => {
    if (["made", "adopted", "newer"].includes(before.closed ?? "")) {
      throw new Invalid("corrections.errors.over");
    }
    refuseDay(closesOn);
    await tx
      .update(correctionRound)
      .set({ closesOn, endedAt: null })
      .where(eq(correctionRound.id, roundId));
    return {
      result: { roundId },
      audit: {
        entity: "correctionRound",
        entityId: roundId,
        before: ended(before),
        after: { closesOn, ended: false },
      },
    };
  },
});

/** Ends a round before its last day. @throws NotFound; Invalid when it takes no corrections any more. */
export const endRound = command({
  scope: member,
  action: "correctionRound.end",
  input: z.object({ roundId: uuid }),
  allow: mayHaveCorrected,
  find: lockRound,
  run: async (tx, _scope, { roundId }, before) => {
    if (before.closed !== null) throw new Invalid("corrections.errors.over");
    await tx
      .update(correctionRound)
      .set({ endedAt: sql`now()` })
      .where(eq(correctionRound.id, roundId));
    return {
      result: { roundId },
      audit: {
        entity: "correctionRound",
        entityId: roundId,
        before: ended(before),
        after: { ...ended(before), ended: true },
      },
    };
  },
});
