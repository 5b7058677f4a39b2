import { inArray, isNull, sql } from "drizzle-orm";
import { invitation } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { member } from "../../kernel/scope";
import { takeBackMails } from "../../mail/rows";
import { withdrawInput } from "../model";
import { lockInvitations, lockInviting } from "../rows";

/**
 * Withdraws invitations: nobody reacts by their codes any more, and mails that wait do not go out. What was sent stays, and
 * so does what they wrote and sent: that they read, and take back, as before.
 *
 * @throws NotFound; Invalid when none of them can be withdrawn.
 */
export const withdrawInvited = command({
  scope: member,
  action: "invitation.withdraw",
  input: withdrawInput,
  allow: mayWrite,
  find: lockInviting,
  run: async (tx, { dossierId }, { consultationId, ids }) => {
    const chosen = await lockInvitations(
      tx,
      dossierId,
      consultationId,
      isNull(invitation.withdrawnAt),
      ids,
    );
    if (chosen.length === 0) throw new Invalid("invitations.errors.noneToWithdraw");
    const mails = chosen.flatMap(({ mailId, reminderId }) => [mailId ?? [], reminderId ?? []]);
    await takeBackMails(tx, mails.flat());
    await tx
      .update(invitation)
      // Without the key they can be invited anew, with another code.
      .set({ withdrawnAt: sql`now()`, pending: null, sealedCode: null, personKey: null })
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
        after: { withdrawnInvitations: chosen.length },
      },
    };
  },
});
