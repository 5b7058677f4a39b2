import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { invitation } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { today } from "../../kernel/dates";
import { uuid } from "../../kernel/fields";
import { batches } from "../../kernel/rows";
import { job } from "../../kernel/scope";
import { queueMail } from "../../mail/jobs";
import { onlineIn } from "../../participation/rows";
import { SHOWN_TOGETHER } from "../model";
import {
  codeIn,
  type InvitationRecord,
  isReachable,
  lockInvitations,
  personOf,
  reactedAmong,
} from "../rows";
import { keptUntil } from "../rules";

/** Mails that are made in one transaction. */
const AT_ONCE = 25;

/**
 * Hands over mails that somebody asked for, a few at a time: each in the transaction that says that it is done, so none
 * goes twice and none is lost. What a mail says, and whether it still goes, is told when it does. Of whom none can be made
 * it was not asked.
 *
 * @returns how many invitations were looked at; 0 when nothing waits any more.
 */
export const queueInvited = command({
  scope: job,
  action: "invitation.send",
  input: z.object({ consultationId: uuid }),
  allow: scopeSuffices,
  run: async (tx, { dossierId }, { consultationId }) => {
    const rows = await tx
      .select()
      .from(invitation)
      .where(
        and(
          eq(invitation.dossierId, dossierId),
          eq(invitation.consultationId, consultationId),
          isNotNull(invitation.pending),
        ),
      )
      .orderBy(asc(invitation.createdAt), asc(invitation.id))
      .limit(AT_ONCE)
      // Another process is at the others.
      .for("update", { skipLocked: true });
    if (rows.length === 0) return { result: { looked: 0 }, audit: [] };
    const online = await onlineIn(tx, dossierId, consultationId);
    const until = online && isReachable(online) ? keptUntil(online) : null;
    for (const row of rows) {
      const made =
        row.pending?.what === "outcome"
          ? await queueOutcome(tx, row)
          : until && (await queueFor(tx, row, until));
      await tx
        .update(invitation)
        .set({ pending: null, ...(made || unasked(row)) })
        .where(eq(invitation.id, row.id));
    }
    return { result: { looked: rows.length }, audit: [] };
  },
});

async function queueFor(tx: Database, row: InvitationRecord, until: string) {
  if (!row.pending || row.pending.what === "outcome") return null;
  if (!personOf(row)?.email || !codeIn(row) || row.withdrawnAt) return null;
  const { what, language, page } = row.pending;
  const { id } = await queueMail(tx, {
    template: what,
    about: { dossierId: row.dossierId, page },
    language,
  });
  const mail = what === "reminder" ? { reminderId: id } : { mailId: id };
  // The first day that is told is the last that is kept.
  return { ...mail, keptUntil: row.keptUntil ?? until };
}

/** Closed or not, and whether their code is kept or not: what was decided is for everybody who was asked. */
async function queueOutcome(tx: Database, row: InvitationRecord) {
  const edition = row.pending?.edition;
  if (!row.pending || !edition || !personOf(row)?.email || row.withdrawnAt) return null;
  const { language, page } = row.pending;
  const about = { dossierId: row.dossierId, page, edition: edition.address };
  const { id } = await queueMail(tx, {
    ...{ template: "outcome", language, about: { ...about, number: edition.number } },
  });
  return { outcomeId: id };
}

/** As it was before it was asked: it can be asked again. */
function unasked({ pending }: InvitationRecord) {
  if (pending?.what === "outcome") return { outcomeAt: null };
  return pending?.what === "reminder" ? { remindedAt: null } : { askedAt: null, language: null };
}

/**
 * What is done once a day, so that nothing in it says when. When several who were not shown yet reacted as one group, it is
 * shown that they did, and their codes are wiped in the same step: after that nothing leads from their invitations to what
 * was written. Of fewer nothing is shown and nothing changes, after closing as well. How mails went is noted, for their own
 * rows go. When the term is over it is forgotten who was invited.
 */
export const tendInvited = command({
  scope: job,
  action: "invitation.forget",
  input: z.object({ consultationId: uuid }),
  allow: scopeSuffices,
  run: async (tx, { dossierId }, { consultationId }) => {
    const online = await onlineIn(tx, dossierId, consultationId);
    const rows = await lockInvitations(tx, dossierId, consultationId, isNotNull(invitation.sealed));
    const due = rows.some(({ tendedOn }) => tendedOn === null || tendedOn < today());
    if (!online || !due) return { result: { forgotten: 0 }, audit: [] };
    const here = eq(invitation.consultationId, consultationId);
    await tx.execute(sql`update ${invitation} set mail_state = m.state from mail m
      where m.id = ${invitation.mailId} and ${here}`);
    const byGroup = new Map<string | null, string[]>();
    for (const [id, groupId] of await reactedAmong(tx, rows)) {
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), id]);
    }
    for (const some of byGroup.values()) {
      if (some.length < SHOWN_TOGETHER) continue;
      for (const ids of batches(some)) {
        await tx
          .update(invitation)
          .set({ reacted: true, sealedCode: null })
          .where(inArray(invitation.id, ids));
      }
    }
    await tx.update(invitation).set({ tendedOn: today() }).where(here);
    const over = rows.filter(({ keptUntil: told }) => {
      const until = keptUntil(online, told);
      return until !== null && until < today();
    });
    for (const some of batches(over)) {
      await tx
        .update(invitation)
        .set({ sealed: null, personKey: null, sealedCode: null, pending: null })
        .where(
          inArray(
            invitation.id,
            some.map(({ id }) => id),
          ),
        );
    }
    return {
      result: { forgotten: over.length },
      audit:
        over.length === 0
          ? []
          : {
              entity: "consultation",
              entityId: consultationId,
              before: { invitedKept: rows.length },
              after: { invitedKept: rows.length - over.length },
            },
    };
  },
});
