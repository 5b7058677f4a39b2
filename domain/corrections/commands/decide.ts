import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { correction } from "@/db/schema";
import { CORRECTION_DECISIONS } from "@/db/vocabulary";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound, says } from "../../kernel/errors";
import { lockVersion, optionalText, uuid } from "../../kernel/fields";
import { actorAccountId, member } from "../../kernel/scope";
import { mayHaveCorrected } from "../policy";
import { type LockedRound, lockCorrection } from "../rows";

/** Once there is a next version its text says what was decided. */
function refuseMade({ closed }: LockedRound): void {
  if (closed === "made" || closed === "newer") throw new Invalid("corrections.errors.made");
}

/**
 * Takes a proposal over or not, with a reply to who made it. Of other words for one block one is taken over.
 *
 * @throws NotFound for one that was withdrawn; Conflict when it was changed meanwhile; Invalid on `reply` when
 *   it is not taken over without one, when other words for its block were, or when the next version is there.
 */
export const decideCorrection = command({
  scope: member,
  action: "correction.decide",
  input: z.object({
    correctionId: uuid,
    lockVersion,
    decision: z
      .string(says("errors.field.choose"))
      .pipe(z.enum(CORRECTION_DECISIONS, says("errors.field.choose"))),
    reply: optionalText(1000),
  }),
  allow: mayHaveCorrected,
  find: lockCorrection,
  run: async (
    tx,
    scope,
    { correctionId, decision, reply, ...seen },
    { correction: was, round },
  ) => {
    refuseMade(round);
    if (was.lockVersion !== seen.lockVersion) throw new Conflict("corrections.errors.changed");
    if (decision === "rejected" && reply === "") {
      throw new Invalid("errors.fields", {}, { reply: "corrections.errors.reply" });
    }
    if (decision === "accepted") {
      const [other] = await tx
        .select({ id: correction.id })
        .from(correction)
        .where(
          and(
            eq(correction.roundId, was.roundId),
            eq(correction.block, was.block),
            eq(correction.decision, "accepted"),
            ne(correction.id, correctionId),
            // Two people may say the same.
            sql`${correction.text} is distinct from ${was.text}::text`,
          ),
        )
        .limit(1);
      if (other) throw new Invalid("corrections.errors.otherAccepted");
    }
    await tx
      .update(correction)
      .set({
        decision,
        reply,
        decidedBy: actorAccountId(scope.actor),
        decidedAt: sql`now()`,
        lockVersion: sql`${correction.lockVersion} + 1`,
      })
      .where(eq(correction.id, correctionId));
    return {
      result: { block: was.block },
      audit: {
        entity: "correction",
        entityId: correctionId,
        before: { decision: was.decision, reply: was.reply },
        after: { decision, reply },
      },
    };
  },
});

/** Takes back what was decided. @throws NotFound when nothing was; Invalid when the next version is there. */
export const undecideCorrection = command({
  scope: member,
  action: "correction.undecide",
  input: z.object({ correctionId: uuid }),
  allow: mayHaveCorrected,
  find: lockCorrection,
  run: async (tx, _scope, { correctionId }, { correction: was, round }) => {
    refuseMade(round);
    if (!was.decision) throw new NotFound();
    await tx
      .update(correction)
      .set({
        decision: null,
        reply: "",
        decidedBy: null,
        decidedAt: null,
        lockVersion: sql`${correction.lockVersion} + 1`,
      })
      .where(eq(correction.id, correctionId));
    return {
      result: { block: was.block },
      audit: {
        entity: "correction",
        entityId: correctionId,
        before: { decision: was.decision, reply: was.reply },
        after: { decision: null, reply: "" },
      },
    };
  },
});
