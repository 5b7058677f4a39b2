import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { answer } from "@/db/schema";
import type { AnswerState, ModeratedState } from "@/db/vocabulary";
import type { AuthorizedDossierId } from "../../kernel/scope";

/** An answer of which its reaction is to be placed or not. */
export interface ModeratedAnswer {
  id: string;
  reactionId: string;
  state: AnswerState;
}

/**
 * The answers that these reactions of a consultation are, locked. Their reactions are locked first, as who changes an
 * answer does.
 */
export async function lockModerated(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  reactionIds: readonly string[],
): Promise<ModeratedAnswer[]> {
  const rows = await tx
    .select({ id: answer.id, reactionId: answer.reactionId, state: answer.state })
    .from(answer)
    .where(
      and(
        eq(answer.dossierId, dossierId),
        eq(answer.consultationId, consultationId),
        inArray(answer.reactionId, [...reactionIds]),
      ),
    )
    .orderBy(answer.id)
    .for("no key update");
  return rows.flatMap(({ reactionId, ...row }) => (reactionId ? [{ ...row, reactionId }] : []));
}

/** The source in which an answer is written. */
export async function sourceOfAnswer(tx: Database, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ sourceId: answer.sourceId })
    .from(answer)
    .where(eq(answer.id, id));
  return found?.sourceId ?? null;
}

/**
 * Says how far answers are; whether their reactions count follows by itself (`hold_reaction`). One that is not placed is
 * looked at first from then on, until it is placed.
 */
export async function setAnswerState(
  tx: Database,
  ids: readonly string[],
  state: ModeratedState,
): Promise<void> {
  await tx
    .update(answer)
    .set({
      state,
      ...(state === "refused" && { refusedBefore: true }),
      ...(state === "placed" && { refusedBefore: null }),
    })
    .where(inArray(answer.id, [...ids]));
}
