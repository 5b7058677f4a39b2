import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./client";
import { fingerprint } from "./hash";
import { submission } from "./schema";

/** One press of a button: by whom, for what, with which words. */
export interface Submission {
  actor: string;
  action: string;
  /** Random, made with the form. */
  key: string;
  input: unknown;
}

/** Longest key that is looked at: those we make are shorter. */
const MAX_KEY = 100;

/** How long an answer is kept for who sends the same again: a tab that is opened the next week. */
const KEPT_DAYS = 8;

/**
 * Takes a submission for this transaction. Who sends the same at the same moment waits here until
 * the first is done. Other words under the same key are another submission: who goes back to a
 * form and changes it means the change.
 *
 * @returns the answer of the first time when it was done already, else null.
 */
export async function claimSubmission(
  tx: Database,
  claimed: Submission,
): Promise<{ result: unknown } | null> {
  const row = rowOf(claimed);
  const taken = await tx
    .insert(submission)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: submission.key });
  if (taken.length > 0) return null;
  const [earlier] = await tx.select({ result: submission.result }).from(submission).where(is(row));
  return { result: earlier?.result };
}

/** Keeps the answer, and lets go of answers nobody will ask for again. */
export async function keepResult(
  tx: Database,
  claimed: Submission,
  result: unknown,
): Promise<void> {
  await tx
    .update(submission)
    .set({ result })
    .where(is(rowOf(claimed)));
  await tx.execute(sql`delete from ${submission} where ctid in (
    select ctid from ${submission} where created_at < now() - make_interval(days => ${KEPT_DAYS})
    limit 20 for update skip locked)`);
}

function rowOf({ actor, action, key, input }: Submission) {
  return { actor, key: key.slice(0, MAX_KEY), sha256: fingerprint([action, input]) };
}

function is(row: ReturnType<typeof rowOf>) {
  return and(
    eq(submission.actor, row.actor),
    eq(submission.key, row.key),
    eq(submission.sha256, row.sha256),
  );
}
