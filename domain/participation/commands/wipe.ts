import { eq } from "drizzle-orm";
import { onlineConsultation } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { job } from "../../kernel/scope";
import { consultationInput } from "../model";
import { lockOnline, wipeParticipants } from "../rows";
import { isToWipe } from "../rules";

/**
 * Wipes what is kept of who reacted, once its term after closing is over: what was never sent, and the address by which
 * somebody came back to their own words. One that was opened again meanwhile keeps it.
 *
 * @throws NotFound
 */
export const wipeConsultation = command({
  scope: job,
  action: "consultation.wipe",
  input: consultationInput,
  allow: scopeSuffices,
  find: lockOnline,
  run: async (tx, _scope, { consultationId }, online) => {
    if (!isToWipe(online, Date.now())) return { result: {}, audit: [] };
    const wiped = await wipeParticipants(tx, consultationId);
    const wipedAt = new Date().toISOString();
    await tx
      .update(onlineConsultation)
      .set({ wipedAt, lockVersion: online.lockVersion + 1 })
      .where(eq(onlineConsultation.consultationId, consultationId));
    return {
      result: {},
      audit: {
        entity: "consultation",
        entityId: consultationId,
        before: { wipedAt: null },
        after: { wipedAt, ...wiped },
      },
    };
  },
});
