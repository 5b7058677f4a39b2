import { z } from "zod";
import { MAIL_LANGUAGES } from "@/db/vocabulary";
import { command, scopeSuffices } from "../kernel/command";
import { Invalid, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { actorName, administrator } from "../kernel/scope";
import { queueMail, sendMailJob } from "./jobs";
import { emailAddress } from "./model";
import { contentsOf, lockMail, startAgain } from "./rows";

/** Sends a mail of no meaning, to see whether it arrives. */
export const sendTestMail = command({
  scope: administrator,
  action: "mail.test",
  input: z.object({ to: emailAddress, language: z.enum(MAIL_LANGUAGES) }),
  allow: scopeSuffices,
  run: async (tx, { actor }, { to, language }) => {
    const values = { name: actorName(actor) };
    const { id } = await queueMail(tx, { template: "test", values, to, language });
    return { result: { id }, audit: { entity: "mail", entityId: id, after: { template: "test" } } };
  },
});

/**
 * Sends a mail once more that failed, or that was perhaps sent: then it may come twice.
 *
 * @throws NotFound; Invalid `mail.errors.notNow` for one that was sent or still waits, `mail.errors.ended`
 *   for one that is of no use any more, `mail.errors.unreadable` for one of which the words are gone.
 */
export const retryMail = command({
  scope: administrator,
  action: "mail.retry",
  input: z.object({ mailId: uuid }),
  allow: scopeSuffices,
  find: async (tx, _scope, { mailId }) => {
    const found = await lockMail(tx, mailId);
    if (!found) throw new NotFound();
    return found;
  },
  run: async (tx, _scope, { mailId }, { state, attempts, sealed, ended }) => {
    if (state !== "failed" && state !== "perhaps") throw new Invalid("mail.errors.notNow");
    if (ended) throw new Invalid("mail.errors.ended");
    if (!contentsOf(mailId, sealed)) throw new Invalid("mail.errors.unreadable");
    await startAgain(tx, mailId);
    return {
      result: { id: mailId },
      audit: {
        entity: "mail",
        entityId: mailId,
        before: { state, attempts },
        after: { state: "waiting", attempts: 0 },
      },
      jobs: [sendMailJob.request({ mailId })],
    };
  },
});
