import { z } from "zod";
import { database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { openDossierForJob } from "../dossiers/gate";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import { keepFinds } from "../personal-data/commands";
import { dossiersToSearch, unsearchedWritten } from "../personal-data/rows";
import { findPersonalData } from "../privacy/rules";
import { wipeConsultation } from "./commands/wipe";
import { consultationsToWipe } from "./rows";

/** Texts that are read at a time. */
const AT_ONCE = 50;

/**
 * Searches what participants wrote for personal data; until then nobody reads it who may not see names. Here and not
 * in a process of its own: each takes about a millisecond, and the next are waiting.
 */
export const searchWrittenJob = defineJob({
  queue: "participation.search",
  actor: { type: "job", name: "achtergrondtaak: persoonsgegevens zoeken" },
  data: z.object({ dossierId: uuid }),
  retries: 5,
  seconds: 120,
  due: dossiersToSearch,
  run: async ({ dossierId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    const db = await database();
    for (;;) {
      const found = await unsearchedWritten(db, scope.dossierId, AT_ONCE);
      for (const { sourceId, sourceVersionId, text } of found) {
        if (signal.aborted) return;
        const finds = findPersonalData(text);
        await keepFinds(scope, { sourceId, sourceVersionId, finds });
        await giveWay();
      }
      if (found.length < AT_ONCE) return;
    }
  },
});

/** Wipes what is kept of who reacted when its term after closing is over. */
export const wipeConsultationJob = defineJob({
  queue: "participation.wipe",
  actor: { type: "job", name: "achtergrondtaak: wissen na de termijn" },
  data: z.object({ dossierId: uuid, consultationId: uuid }),
  retries: 5,
  seconds: 120,
  due: consultationsToWipe,
  run: async ({ dossierId, consultationId }, actor) => {
    await wipeConsultation(await openDossierForJob(actor, dossierId), { consultationId });
  },
});
