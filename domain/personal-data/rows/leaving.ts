import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { sha256 } from "@/db/hash";
import { account, personalForm, personalRelease } from "@/db/schema";
import { Invalid } from "../../kernel/errors";
import { changeWords, wordsIn } from "../../kernel/layer";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { findPersonalData } from "../../privacy/rules";
import type { Form } from "../../privacy/rules/subjects";
import { withoutFinds } from "../../redaction/rules";
import type { HeldBack, Release } from "../model";
import { keyOf } from "./forms";

/**
 * What keeps things of a dossier from leaving the house; null when nothing does. What was found in a reaction that waits or
 * was not placed does not: that goes nowhere, and holds back once it is placed.
 */
export async function heldBackIn(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<HeldBack | null> {
  const open = await rowsOf<{ id: string }>(
    db,
    sql`select id from withholding_subject where dossier_id = ${dossierId} order by id`,
  );
  const unsearched = await rowsOf<{ id: string }>(
    db,
    sql`select id from unsearched_version where dossier_id = ${dossierId} order by id`,
  );
  if (open.length + unsearched.length === 0) return null;
  const key = sha256([...open, ...unsearched].map(({ id }) => id).join(" "));
  const [release] = await db
    .select({ id: personalRelease.id })
    .from(personalRelease)
    .where(
      and(
        eq(personalRelease.dossierId, dossierId),
        eq(personalRelease.held, key),
        isNull(personalRelease.withdrawnAt),
      ),
    )
    .limit(1);
  return {
    key,
    open: open.length,
    unsearched: unsearched.length,
    released: release !== undefined,
  };
}

/** Who answered for what is open, and why; null when nobody did for exactly this. */
export async function releaseOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  key: string,
): Promise<Release | null> {
  const [release] = await db
    .select({
      id: personalRelease.id,
      reason: personalRelease.reason,
      by: account.name,
      at: personalRelease.createdAt,
    })
    .from(personalRelease)
    .leftJoin(account, eq(account.id, personalRelease.releasedBy))
    .where(
      and(
        eq(personalRelease.dossierId, dossierId),
        eq(personalRelease.held, key),
        isNull(personalRelease.withdrawnAt),
      ),
    )
    .orderBy(desc(personalRelease.createdAt))
    .limit(1);
  return release ?? null;
}

/**
 * Takes back that anybody answered for what is open: what is open keeps things from leaving again.
 *
 * @returns how often somebody had.
 */
export async function withdrawReleases(
  tx: Database,
  dossierId: AuthorizedDossierId,
  key: string,
  withdrawnBy: string | null,
): Promise<number> {
  const withdrawn = await tx
    .update(personalRelease)
    .set({ withdrawnAt: sql`now()`, withdrawnBy })
    .where(
      and(
        eq(personalRelease.dossierId, dossierId),
        eq(personalRelease.held, key),
        isNull(personalRelease.withdrawnAt),
      ),
    )
    .returning({ id: personalRelease.id });
  return withdrawn.length;
}

/** Keeps that somebody answers for what is open. */
export async function keepRelease(
  tx: Database,
  release: typeof personalRelease.$inferInsert,
): Promise<void> {
  await tx.insert(personalRelease).values(release);
}

/** Characters that are searched before others get their turn on this thread: some 50 ms. */
const SEARCHED_AT_ONCE = 60_000;

/**
 * Personal data in words that are about to go out, of which nobody decided anything: what was typed by hand and stands
 * in no source. `replaced` are words that went through the layer, so what is replaced is not in them.
 */
export async function unknownIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  replaced: readonly string[],
): Promise<Form[]> {
  const forms = new Map<string, Form>();
  let piece = "";
  const search = async () => {
    for (const { kind, text } of findPersonalData(piece)) {
      forms.set(keyOf({ kind, text }), { kind, text });
    }
    piece = "";
    await giveWay();
  };
  // The same quotation stands at many requirements.
  for (const words of new Set(replaced)) {
    // Apart from each other: what stands behind a name must not look as if it belonged to it.
    piece += `${words}\n\n`;
    if (piece.length > SEARCHED_AT_ONCE) await search();
  }
  if (piece !== "") await search();
  if (forms.size === 0) return [];
  const known = await db
    .select({ kind: personalForm.kind, text: personalForm.text })
    .from(personalForm)
    .where(eq(personalForm.dossierId, dossierId));
  for (const form of known) forms.delete(keyOf(form));
  return [...forms.values()];
}

/**
 * A value that goes out, without what is found in it and nobody decided on: that is replaced as what is open.
 *
 * @param replaced went through the layer.
 */
export async function withoutUnknown<Value>(
  db: Database,
  dossierId: AuthorizedDossierId,
  replaced: Value,
): Promise<Value> {
  const unknown = await unknownIn(db, dossierId, wordsIn(replaced));
  if (unknown.length === 0) return replaced;
  return changeWords(replaced, withoutFinds(unknown));
}

/**
 * Refuses what would go out of the house while something is open that nobody answered for.
 *
 * @throws Invalid that says how much is open, or how much is still to be searched.
 */
export async function refuseHeld(db: Database, dossierId: AuthorizedDossierId): Promise<void> {
  const held = await heldBackIn(db, dossierId);
  if (!held || held.released) return;
  // What is not searched yet is by itself: there is nothing to decide.
  if (held.open === 0)
    throw new Invalid("dossiers.errors.beingSearched", { count: held.unsearched });
  throw new Invalid("dossiers.errors.heldBack", { count: held.open });
}
