import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { participant } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { participant as participantKind } from "../../kernel/scope";
import { queueMail } from "../../mail/jobs";
import { askedLastHour } from "../../mail/rows";
import { MAX_RECEIPTS, MAX_RECEIPTS_AN_HOUR, receiptMailInput } from "../model";
import { lockParticipant, outsideWords } from "../rows";

/**
 * Mails somebody who sent something their receipt, with their own address. To whom is kept nowhere but in the mail that
 * waits, sealed, until it went.
 *
 * @throws NotFound; Invalid before something was sent, when their invitation was withdrawn, after a few,
 *   and while too many are asked for.
 */
export const mailReceipt = command({
  scope: participantKind,
  action: "answer.mailReceipt",
  input: receiptMailInput,
  allow: scopeSuffices,
  // Through the layer, which is not asked in a transaction.
  first: async ({ dossierId, consultationId }) =>
    outsideWords(await database(), dossierId, consultationId),
  find: lockParticipant,
  run: async (tx, { participantId, withdrawn }, { email, language, address }, own, words) => {
    if (own.sentAt === null) throw new Invalid("participation.errors.nothing");
    if (withdrawn) throw new Invalid("participation.errors.withdrawn");
    if (own.receiptsMailed >= MAX_RECEIPTS) {
      throw new Invalid("errors.fields", {}, { email: "participation.errors.receipts" });
    }
    if ((await askedLastHour(tx, "receipt")) >= MAX_RECEIPTS_AN_HOUR) {
      throw new Invalid("errors.fields", {}, { email: "participation.errors.receiptsBusy" });
    }
    const sentAt = new Date(own.sentAt).toISOString();
    const values = { ...words, number: own.number, sentAt, address };
    const { id } = await queueMail(tx, { template: "receipt", values, to: email, language });
    await tx
      .update(participant)
      .set({ receiptsMailed: sql`${participant.receiptsMailed} + 1` })
      .where(eq(participant.id, participantId));
    return {
      result: {},
      audit: { entity: "mail", entityId: id, after: { template: "receipt" } },
    };
  },
});
