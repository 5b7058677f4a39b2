import { isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { invitation } from "@/db/schema";
import { openDossierForJob } from "../dossiers/gate";
import { today } from "../kernel/dates";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import { letTell } from "../mail/jobs";
import { queueInvited, tendInvited } from "./commands/tend";
import { tellMail, tellOutcome } from "./rows";

const HOST: JobScope["actor"] = { type: "job", name: "achtergrondtaak: uitnodigingen" };
const data = z.object({ dossierId: uuid, consultationId: uuid });

const mailed = z.object({ dossierId: uuid, page: z.string() });
const outcome = mailed.extend({ edition: z.string(), number: z.string() });

letTell("outcome", async (db, { id, about }) => {
  const { dossierId, ...where } = outcome.parse(about);
  const scope = await openDossierForJob(HOST, dossierId);
  return tellOutcome(db, scope.dossierId, id, where);
});

for (const template of ["invitation", "reminder"] as const) {
  letTell(template, async (db, { id, about }) => {
    const { dossierId, page } = mailed.parse(about);
    const scope = await openDossierForJob(HOST, dossierId);
    return tellMail(db, scope.dossierId, id, page);
  });
}

/** Makes the mails that somebody asked for. */
export const queueInvitedJob = defineJob({
  queue: "invitation.queue",
  actor: HOST,
  data,
  retries: 5,
  seconds: 300,
  due: (db) => consultationsWhere(db, isNotNull(invitation.pending)),
  run: async ({ dossierId, consultationId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    while (!signal.aborted) {
      const { looked } = await queueInvited(scope, { consultationId });
      if (looked === 0) return;
      await giveWay();
    }
  },
});

/** Does once a day what is to be done for who is invited, and forgets them when their term is over. */
export const tendInvitedJob = defineJob({
  queue: "invitation.tend",
  actor: HOST,
  data,
  retries: 5,
  seconds: 120,
  due: (db) =>
    consultationsWhere(
      db,
      sql`${invitation.sealed} is not null
        and (${invitation.tendedOn} is null or ${invitation.tendedOn} < ${today()}::date)`,
    ),
  run: async ({ dossierId, consultationId }, actor) => {
    await tendInvited(await openDossierForJob(actor, dossierId), { consultationId });
  },
});

async function consultationsWhere(db: Database, where: ReturnType<typeof isNotNull>) {
  return db
    .selectDistinct({
      dossierId: invitation.dossierId,
      consultationId: invitation.consultationId,
    })
    .from(invitation)
    .where(where);
}
