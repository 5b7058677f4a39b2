import { database } from "@/db/client";
import { flag } from "@/db/schema";
import type { ReaderScope } from "@/domain/kernel/scope";
import { placeReactions, refuseReaction } from "@/domain/moderation/commands";
import { moderatedReaction, moderationQueue } from "@/domain/moderation/queries";

/** What a consultation has waiting, as who keeps order has read it. */
export async function waitingIn(scope: ReaderScope, consultationId: string) {
  return (await moderationQueue(scope, consultationId)).rows;
}

/** A reaction as who keeps order reads it now. */
export async function seenIn(
  scope: ReaderScope,
  consultationId: string,
  reactionId: string,
): Promise<string> {
  const read = await moderatedReaction(scope, consultationId, reactionId);
  if (!read) throw new Error("nobody sent it");
  return read.seen;
}

/** Places all that waits in a consultation. @returns the id of the act. */
export async function placeAll(scope: ReaderScope, consultationId: string): Promise<string> {
  const seen = (await waitingIn(scope, consultationId)).map((row) => row.seen);
  return (await placeReactions(scope, { consultationId, seen })).actId;
}

/** Does not place a reaction with these words, or takes it away. @returns the id of the act. */
export async function refuseIn(
  scope: ReaderScope,
  consultationId: string,
  words: string,
  {
    reason = "offTopic",
    note = "",
  }: { reason?: Parameters<typeof refuseReaction>[1]["reason"]; note?: string } = {},
): Promise<string> {
  for (const show of ["waiting", "placed", "refused"] as const) {
    const { rows } = await moderationQueue(scope, consultationId, { show });
    const row = rows.find(({ text }) => text.includes(words));
    if (row) {
      const input = { consultationId, seen: row.seen, reason, note };
      return (await refuseReaction(scope, input)).actId;
    }
  }
  throw new Error(`no reaction says ${words}`);
}

/** Somebody who reads what others wrote flagged a reaction. */
export async function flaggedIn(
  { dossierId }: ReaderScope,
  consultationId: string,
  reactionId: string,
  words = "",
): Promise<void> {
  const about = { dossierId, consultationId, reactionId, words };
  await (await database()).insert(flag).values({ ...about, reason: "offensive" });
}
