import { z } from "zod";
import { openDossierForJob } from "../../dossiers/gate";
import { uuid } from "../../kernel/fields";
import { defineJob } from "../../kernel/job";
import { openPairs } from "../gate";
import { changesAtFirst } from "../queries/changes";
import { dossiersToCompare } from "../rows";

/**
 * Compares the editions that stand beside each other on the first pages of a dossier, so that nobody who reads waits for it: after
 * adopting, publishing and withdrawing, and once of what was there before it was kept.
 */
export const compareEditionsJob = defineJob({
  queue: "edition.compare",
  actor: { type: "job", name: "achtergrondtaak: edities vergelijken" },
  data: z.object({ dossierId: uuid }),
  retries: 3,
  seconds: 600,
  due: dossiersToCompare,
  run: async ({ dossierId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    for (const [edition, base] of await openPairs(scope)) {
      if (signal.aborted) return;
      await changesAtFirst(edition, base);
    }
  },
});
