import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { attendee, correction, sourceBlock } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, Invalid, NotFound, says } from "../../kernel/errors";
import { MAX_INTEGER, optionalText } from "../../kernel/fields";
import { type AttendeeScope, attendee as attendeeKind } from "../../kernel/scope";
import { blocksWhere } from "../../sources/rows";
import { blockNumber, MAX_CORRECTION, MAX_CORRECTIONS, MAX_SENDS_PER_HOUR } from "../model";
import { lockOwn } from "../rows";
import { isCorrectable, isOneLine, withWords, wordsOf } from "../rules";

/** The version of the own proposal that was seen; 0 where none stood. */
const seenVersion = z.coerce.number(says("errors.field.invalid")).int().min(0).max(MAX_INTEGER);

/** Who it is, while they may still send something. @throws NotFound; Invalid when it is over or too much */
async function sending(tx: Database, scope: AttendeeScope) {
  const own = await lockOwn(tx, scope);
  if (own.closed !== null) throw new Invalid("corrections.errors.closed");
  const recent = sql`${attendee.sendsSince} > now() - interval '1 hour'`;
  const [counted] = await tx
    .update(attendee)
    .set({
      sends: sql`case when ${recent} then ${attendee.sends} + 1 else 1 end`,
      sendsSince: sql`case when ${recent} then ${attendee.sendsSince} else now() end`,
    })
    .where(eq(attendee.id, scope.attendeeId))
    .returning({ sends: attendee.sends });
  if ((counted?.sends ?? 0) > MAX_SENDS_PER_HOUR) {
    throw new Invalid("corrections.errors.tooOften");
  }
  return own;
}

const said = ({ block, text, remark, withdrawnAt }: typeof correction.$inferSelect) => ({
  block,
  text,
  remark,
  withdrawn: withdrawnAt !== null,
});

async function ownOf(tx: Database, scope: AttendeeScope, block: number) {
  const [before] = await tx
    .select()
    .from(correction)
    .where(and(eq(correction.attendeeId, scope.attendeeId), eq(correction.block, block)))
    .for("update");
  return before;
}

/**
 * Proposes other words for a block, or that it goes. Of one person one proposal for a block: sent again it is
 * changed, until somebody decides.
 *
 * @throws NotFound for a block that is not there and a link that was taken back; Invalid when nothing can be
 *   sent any more, when it was decided on, or on `text`; Conflict with what stands now when that is not what was seen.
 */
export const proposeCorrection = command({
  scope: attendeeKind,
  action: "correction.propose",
  input: z.object({
    block: blockNumber,
    /** The words of the block, without the signs around them. */
    text: optionalText(MAX_CORRECTION),
    remark: optionalText(500),
    remove: z.literal("yes").optional(),
    lockVersion: seenVersion.default(0),
  }),
  allow: scopeSuffices,
  find: sending,
  run: async (tx, scope, { block: n, text: typed, remark, remove, lockVersion }, { versionId }) => {
    const [block] = await blocksWhere(tx, scope.dossierId, versionId, eq(sourceBlock.n, n));
    if (!block || !isCorrectable(block)) throw new NotFound();
    const before = await ownOf(tx, scope, n);
    if (before?.decision) throw new Invalid("corrections.errors.decided");
    const stands = before && !before.withdrawnAt ? before : undefined;
    if ((stands?.lockVersion ?? 0) !== lockVersion) {
      // Two tabs of one person: what was sent from the other is shown beside what was typed here.
      const words = stands ? stands.text : block.text;
      throw new Conflict(
        "corrections.errors.otherTab",
        {},
        {
          text: words === null ? "" : wordsOf({ text: words, form: block.form }),
          remark: stands?.remark ?? "",
          lockVersion: stands?.lockVersion ?? 0,
        },
      );
    }
    const text = remove ? null : withWords(block, typed);
    if (text !== null) {
      const wrong =
        typed === ""
          ? says("corrections.errors.empty")
          : text === block.text
            ? says("corrections.errors.same")
            : isOneLine(block.form) && typed.includes("\n")
              ? says("corrections.errors.oneLine")
              : null;
      if (wrong) throw new Invalid("errors.fields", {}, { text: wrong });
    }
    if (!stands) {
      const standing = await tx.$count(
        correction,
        and(eq(correction.attendeeId, scope.attendeeId), isNull(correction.withdrawnAt)),
      );
      if (standing >= MAX_CORRECTIONS) throw new Invalid("corrections.errors.tooManyCorrections");
    }
    const { dossierId, roundId, attendeeId } = scope;
    const [after] = await tx
      .insert(correction)
      .values({ dossierId, roundId, attendeeId, block: n, text, remark })
      .onConflictDoUpdate({
        target: [correction.attendeeId, correction.block],
        set: {
          text,
          remark,
          withdrawnAt: null,
          lockVersion: sql`${correction.lockVersion} + 1`,
        },
      })
      .returning();
    if (!after) throw new Error("insert returned no row");
    return {
      result: { block: n },
      audit: {
        entity: "correction",
        entityId: after.id,
        before: before && said(before),
        after: said(after),
      },
    };
  },
});

/**
 * Takes a proposal back, until somebody decides.
 *
 * @throws NotFound when there is none; Invalid when nothing can be sent any more or it was decided on; Conflict when
 *   it is no longer the one that was seen.
 */
export const withdrawCorrection = command({
  scope: attendeeKind,
  action: "correction.withdraw",
  input: z.object({ block: blockNumber, lockVersion: seenVersion.optional() }),
  allow: scopeSuffices,
  find: sending,
  run: async (tx, scope, { block, lockVersion }) => {
    const before = await ownOf(tx, scope, block);
    if (!before || before.withdrawnAt) throw new NotFound();
    if (before.decision) throw new Invalid("corrections.errors.decided");
    if (lockVersion !== undefined && before.lockVersion !== lockVersion)
      throw new Conflict("corrections.errors.otherTab");
    const [after] = await tx
      .update(correction)
      .set({ withdrawnAt: sql`now()`, lockVersion: sql`${correction.lockVersion} + 1` })
      .where(eq(correction.id, before.id))
      .returning();
    if (!after) throw new NotFound();
    return {
      result: { block },
      audit: {
        entity: "correction",
        entityId: before.id,
        before: said(before),
        after: said(after),
      },
    };
  },
});

/** Says that all but the own proposals is right, or takes that back. @throws as {@link proposeCorrection} */
export const agree = command({
  scope: attendeeKind,
  action: "correction.agree",
  input: z.object({ agrees: z.enum(["yes", "no"]) }),
  allow: scopeSuffices,
  find: sending,
  run: async (tx, scope, { agrees }, { attendee: found }) => {
    await tx
      .update(attendee)
      .set({
        agreedAt: agrees === "yes" ? sql`coalesce(${attendee.agreedAt}, now())` : null,
      })
      .where(eq(attendee.id, scope.attendeeId));
    return {
      result: {},
      audit: {
        entity: "attendee",
        entityId: scope.attendeeId,
        before: { agreed: found.agreedAt !== null },
        after: { agreed: agrees === "yes" },
      },
    };
  },
});
