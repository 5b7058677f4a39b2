import { z } from "zod";
import { database } from "@/db/client";
import { openDossierForJob } from "../dossiers/gate";
import { apart } from "../kernel/apart";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { PersonalFind } from "../privacy/model";
import { keepFinds } from "./commands";
import { unsearchedText, unsearchedVersions } from "./rows";

/** Time for searching one text: thirty times what the longest takes. */
const SEARCH_SECONDS = 90;

/** Searches a text that came in before there was a search; until then nobody reads it who may not see names. */
export const searchSourceJob = defineJob({
  queue: "source.search",
  actor: { type: "job", name: "achtergrondtaak: persoonsgegevens zoeken" },
  data: z.object({ dossierId: uuid, sourceVersionId: uuid }),
  retries: 5,
  seconds: SEARCH_SECONDS,
  due: unsearchedVersions,
  run: async ({ dossierId, sourceVersionId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    const found = await unsearchedText(await database(), scope.dossierId, sourceVersionId);
    if (!found) return;
    const { sourceId, text } = found;
    const finds = await apart<{ text: string }, never, PersonalFind[]>(
      "domain/personal-data/task.ts",
      { text },
      () => {},
      { seconds: SEARCH_SECONDS, signal },
    );
    await keepFinds(scope, { sourceId, sourceVersionId, finds });
  },
});
