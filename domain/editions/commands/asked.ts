import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "@/db/client";
import { adoption } from "@/db/schema";
import { ADOPTION_FAILURES, ADOPTION_STEPS, type AdoptionFailure } from "@/db/vocabulary";
import { openDossierForAsker } from "../../dossiers/gate";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, DomainError, Forbidden, Unavailable } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { actorAccountId, type JobScope, job, reader } from "../../kernel/scope";
import type { Progress } from "../../sources/model";
import { adoptEditionJob } from "../jobs/adopt";
import { adoptedEdition } from "../model";
import { mayAdopt } from "../policy";
import { adoptionToDo, isTheirs, lockAdoption } from "../rows";
import { adoptAsked, type OnStep } from "./adopt";

/**
 * Has an edition adopted in the background: of a large dossier it takes longer than anybody waits for a page. All that
 * `adoptEdition` refuses is refused then, and said where it was asked.
 *
 * @throws Conflict while somebody else has one adopted.
 */
export const askAdoption = command({
  scope: reader,
  action: "edition.adopt",
  input: adoptedEdition,
  allow: mayAdopt,
  run: async (tx, { dossierId, actor }, asked) => {
    const accountId = actorAccountId(actor);
    if (!accountId) throw new Forbidden();
    const before = await lockAdoption(tx, dossierId);
    if (before?.state === "waiting" || before?.state === "adopting") {
      throw new Conflict("editions.errors.adopting");
    }
    const attempt = randomUUID();
    const row = {
      ...{
        attempt,
        accountId,
        asked,
        state: "waiting" as const,
        createdAt: new Date().toISOString(),
      },
      ...{ step: null, progress: null, failure: null, editionId: null },
    };
    const kept = await tx
      .insert(adoption)
      .values({ dossierId, ...row })
      .onConflictDoUpdate({
        target: adoption.dossierId,
        set: row,
        // Who asked at the same moment was first.
        setWhere: before ? eq(adoption.attempt, before.attempt) : eq(adoption.attempt, attempt),
      })
      .returning({ attempt: adoption.attempt });
    if (kept.length === 0) throw new Conflict("editions.errors.adopting");
    // It is written in the log when it is adopted, by who asked for it.
    return {
      result: { attempt },
      audit: [],
      jobs: [adoptEditionJob.request({ dossierId, attempt })],
    };
  },
});

/** Stops adopting that goes on. Whoever may adopt may: it may hang, and its asker be away. @throws Conflict when there is none. */
export const stopAdoption = command({
  scope: reader,
  action: "edition.adopt",
  input: z.object({ attempt: uuid }),
  allow: mayAdopt,
  run: async (tx, { dossierId }, { attempt }) => {
    const stopped = await tx
      .update(adoption)
      .set({ state: "failed", failure: "stopped", step: null, progress: null })
      .where(isTheirs({ dossierId, attempt }))
      .returning({ attempt: adoption.attempt });
    if (stopped.length === 0) throw new Conflict("editions.errors.notAdopting");
    return { result: {}, audit: [] };
  },
});

const noteAdoption = command({
  scope: job,
  action: "edition.adopt",
  input: z.object({
    attempt: uuid,
    step: z.enum(ADOPTION_STEPS),
    progress: z.custom<Progress>().nullable(),
  }),
  allow: scopeSuffices,
  run: async (tx, { dossierId }, { attempt, step, progress }) => {
    await tx
      .update(adoption)
      .set({ state: "adopting", step, progress })
      .where(isTheirs({ dossierId, attempt }));
    return { result: {}, audit: [] };
  },
});

const failAdoption = command({
  scope: job,
  action: "edition.adopt",
  input: z.object({ attempt: uuid, failure: z.enum(ADOPTION_FAILURES) }),
  allow: scopeSuffices,
  run: async (tx, { dossierId }, { attempt, failure }) => {
    await tx
      .update(adoption)
      .set({ state: "failed", failure, step: null, progress: null })
      .where(isTheirs({ dossierId, attempt }));
    return { result: {}, audit: [] };
  },
});

/** How often is written down how far it is. */
const NOTE_EVERY_MS = 500;

/**
 * Adopts what somebody asked for, as them, and says how far it is. What keeps it from being adopted is written down.
 *
 * @throws what may be tried again: a database that is away, a disk that is full.
 */
export async function adoptOf(scope: JobScope, attempt: string): Promise<void> {
  const { dossierId } = scope;
  const wanted = await adoptionToDo(await database(), { dossierId, attempt });
  if (!wanted) return;
  let noting = false;
  let noted = 0;
  const onStep: OnStep = (step, progress) => {
    if (noting || (progress && Date.now() - noted < NOTE_EVERY_MS)) return;
    noting = true;
    noted = Date.now();
    // Not waited for: the embedded database answers it only when all has been written.
    noteAdoption(scope, { attempt, step, progress: progress ?? null })
      .catch(() => {})
      .finally(() => {
        noting = false;
      });
  };
  try {
    const asker = await openDossierForAsker(wanted.accountId, dossierId);
    await adoptAsked(asker, { attempt, asked: adoptedEdition.parse(wanted.asked), onStep });
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    await failAdoption(scope, { attempt, failure });
  }
}

/** What a refusal means for who asked; null for what may be tried again. */
function failureOf(error: unknown): AdoptionFailure | null {
  if (!(error instanceof DomainError) || error instanceof Unavailable) return null;
  const said = ADOPTION_FAILURES.find((failure) => error.key === `editions.errors.${failure}`);
  // Who asked may have left the dossier since.
  return said ?? "notAllowed";
}

/** Gives up on adopting that failed each time it was tried. */
export async function giveUpAdopting(scope: JobScope, attempt: string): Promise<void> {
  await failAdoption(scope, { attempt, failure: "gaveUp" });
}
