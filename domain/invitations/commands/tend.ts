import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { invitation, participant } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { today } from "../../kernel/dates";
import { uuid } from "../../kernel/fields";
import { batches } from "../../kernel/rows";
import { job } from "../../kernel/scope";
import { queueMail } from "../../mail/jobs";
import { onlineIn } from "../../participation/rows";
import { closedFrom, stateAt } from "../../participation/rules";
import { type InvitationWords, SHOWN_TOGETHER } from "../model";
import { codeIn, type InvitationRecord, lockInvitations, personOf, wordsFor } from "../rows";
import { keptUntil } from "../rules";

/** Mails that are made in one transaction. */
const AT_ONCE = 25;

/**
 * Hands over mails that somebody asked for, a few at a time: each in the transaction that says that it is done, so none
 * goes twice and none is lost. Nobody who reacted is reminded.
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
    const over = !online || !["open", "planned"].includes(stateAt(online, Date.now()));
    const words = await wordsFor(tx, dossierId, consultationId);
    const endsAt = (online && closedFrom(online)) ?? undefined;
    const reacted = await reactedAmong(tx, rows);
    for (const row of rows) {
      const made = over || reacted.has(row.id) ? null : await queueFor(tx, row, words, endsAt);
      await tx
        .update(invitation)
        .set({ pending: null, ...made })
        .where(eq(invitation.id, row.id));
    }
    return { result: { looked: rows.length }, audit: [] };
  },
});

async function queueFor(
  tx: Database,
  row: InvitationRecord,
  words: InvitationWords,
  endsAt: string | undefined,
) {
  const [person, code] = [personOf(row), codeIn(row)];
  if (!row.pending || !person?.email || !code || row.withdrawnAt) return null;
  const { what, language, page } = row.pending;
  const { id } = await queueMail(tx, {
    template: what,
    values: { ...words, name: person.name, address: `${page}${code}` },
    to: person.email,
    language,
    endsAt,
  });
  return what === "reminder" ? { reminderId: id } : { mailId: id };
}

/** Who of these sent something, by the codes that are still kept: without those nobody can say. */
async function reactedAmong(tx: Database, rows: readonly InvitationRecord[]): Promise<Set<string>> {
  const byHash = new Map<string, string>();
  for (const row of rows) {
    const code = codeIn(row);
    if (code) byHash.set(sha256(code), row.id);
  }
  const reacted = new Set(rows.filter((row) => row.reacted).map(({ id }) => id));
  for (const hashes of batches([...byHash.keys()])) {
    const found = await tx
      .select({ hash: participant.addressSha256 })
      .from(participant)
      .where(and(inArray(participant.addressSha256, hashes), isNotNull(participant.sentAt)));
    for (const { hash } of found) reacted.add(byHash.get(hash) ?? "");
  }
  return reacted;
}

/**
 * What is done once a day, so that nothing in it says when. Of who reacted the code is wiped: after that nothing leads from
 * an invitation to what was written. That they reacted is shown when there are several of them, or when it is closed. How
 * mails went is noted, for their own rows go. When the term is over it is forgotten who was invited.
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
    const reacted = [...(await reactedAmong(tx, rows))];
    for (const ids of batches(reacted)) {
      await tx
        .update(invitation)
        .set({ reacted: true, sealedCode: null })
        .where(inArray(invitation.id, ids));
    }
    const wasShown = rows.filter((row) => row.reactedShown).length;
    const closed = stateAt(online, Date.now()) === "closed";
    if (closed || reacted.length - wasShown >= SHOWN_TOGETHER) {
      await tx
        .update(invitation)
        .set({ reactedShown: true })
        .where(and(here, eq(invitation.reacted, true)));
    }
    await tx.update(invitation).set({ tendedOn: today() }).where(here);
    const over = rows.filter(({ createdAt }) => keptUntil(online, createdAt) < today());
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
