import { eq, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { JobRequest } from "@/db/jobs";
import { account, invitation } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, member } from "../../kernel/scope";
import { queueMail, sendMailJob } from "../../mail/jobs";
import { lockMail, startAgain } from "../../mail/rows";
import { onlineIn } from "../../participation/rows";
import { queueInvitedJob } from "../jobs";
import { mailInput, trialInput } from "../model";
import { lockInvitations, lockInviting, mayBeMailed, refuseUnopened, wordsFor } from "../rows";
import { keptUntil } from "../rules";

/**
 * Invites people by mail who were not invited yet, and once more those of whom the address was refused: the same mail, so
 * that it cannot come twice. The mails are made in the background.
 *
 * @returns how many. @throws NotFound; Invalid when it is not open, and when there is nobody to invite.
 */
export const sendInvitations = command({
  scope: member,
  action: "invitation.send",
  input: mailInput,
  allow: mayWrite,
  find: lockInviting,
  run: async (tx, { dossierId }, { consultationId, ids, language, page }, online) => {
    refuseUnopened(online);
    const may = mayBeMailed("invitation", ids);
    const chosen = await lockInvitations(tx, dossierId, consultationId, may);
    if (chosen.length === 0) throw new Invalid("invitations.errors.nobody");
    const jobs: JobRequest[] = [];
    const fresh: string[] = [];
    for (const { id, mailId } of chosen) {
      const found = mailId ? await lockMail(tx, mailId) : undefined;
      if (mailId && found?.state === "failed" && found.sealed) {
        await startAgain(tx, mailId);
        jobs.push(sendMailJob.request({ mailId }));
      } else fresh.push(id);
    }
    if (fresh.length > 0) {
      const pending = { what: "invitation", language, page } as const;
      await tx
        .update(invitation)
        .set({ pending, language, askedAt: sql`now()`, mailId: null, mailState: null })
        .where(inArray(invitation.id, fresh));
      jobs.push(queueInvitedJob.request({ dossierId, consultationId }));
    }
    return {
      result: { count: chosen.length },
      audit: {
        entity: "consultation",
        entityId: consultationId,
        after: { invited: chosen.length, language },
      },
      jobs,
    };
  },
});

/**
 * Reminds, once, who was invited by mail and did not react. Who did is found out just before each mail goes, and nobody is
 * told: all who were asked for are marked as reminded.
 *
 * @throws NotFound; Invalid when it is not open, and when there is nobody who was not reminded yet.
 */
export const remindInvited = command({
  scope: member,
  action: "invitation.remind",
  input: mailInput,
  allow: mayWrite,
  find: lockInviting,
  run: async (tx, { dossierId }, { consultationId, ids, language, page }, online) => {
    refuseUnopened(online);
    const may = mayBeMailed("reminder", ids);
    const chosen = await lockInvitations(tx, dossierId, consultationId, may);
    if (chosen.length === 0) throw new Invalid("invitations.errors.nobodyToRemind");
    const pending = { what: "reminder", language, page } as const;
    await tx
      .update(invitation)
      .set({ pending, remindedAt: sql`now()` })
      .where(
        inArray(
          invitation.id,
          chosen.map(({ id }) => id),
        ),
      );
    return {
      result: { count: chosen.length },
      audit: {
        entity: "consultation",
        entityId: consultationId,
        after: { reminded: chosen.length, language },
      },
      jobs: [queueInvitedJob.request({ dossierId, consultationId })],
    };
  },
});

/** Sends the invitation to who asks, with an address that shows them an example. @throws NotFound */
export const sendTrial = command({
  scope: member,
  action: "mail.test",
  input: trialInput,
  allow: mayWrite,
  first: async ({ dossierId }, { consultationId }) => {
    const db = await database();
    const online = await onlineIn(db, dossierId, consultationId);
    const words = await wordsFor(db, dossierId, consultationId);
    return { ...words, keptUntil: online && keptUntil(online) };
  },
  run: async (tx, { actor }, { language, page }, _found, words) => {
    const [own] = await tx
      .select({ email: account.email, name: account.name })
      .from(account)
      .where(eq(account.id, actorAccountId(actor) ?? "00000000-0000-0000-0000-000000000000"));
    if (!own) throw new NotFound();
    const values = { ...words, name: own.name, address: page };
    const { id } = await queueMail(tx, { template: "invitation", values, to: own.email, language });
    return {
      result: { to: own.email },
      audit: { entity: "mail", entityId: id, after: { template: "invitation", trial: true } },
    };
  },
});
