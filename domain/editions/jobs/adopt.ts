import { z } from "zod";
import { openDossierForJob } from "../../dossiers/gate";
import { uuid } from "../../kernel/fields";
import { defineJob } from "../../kernel/job";
import { adoptOf, giveUpAdopting } from "../commands/asked";

/** Adopts an edition for who asked for it. Killed half-way it left nothing, and does it again. */
export const adoptEditionJob = defineJob({
  queue: "edition.adopt",
  actor: { type: "job", name: "achtergrondtaak: editie vaststellen" },
  data: z.object({ dossierId: uuid, attempt: uuid }),
  retries: 2,
  seconds: 600,
  run: async ({ dossierId, attempt }, actor) => {
    await adoptOf(await openDossierForJob(actor, dossierId), attempt);
  },
  giveUp: async ({ dossierId, attempt }, actor) => {
    await giveUpAdopting(await openDossierForJob(actor, dossierId), attempt);
  },
});
