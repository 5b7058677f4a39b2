import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { dossierMember } from "@/db/schema";
import { ADOPTION_STEPS } from "@/db/vocabulary";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { askAdoption, stopAdoption } from "@/domain/editions/commands";
import { adoptAsked } from "@/domain/editions/commands/adopt";
import { adoptOf } from "@/domain/editions/commands/asked";
import { adoptEditionJob } from "@/domain/editions/jobs";
import { adoptionOf, editionPreview, listEditions, takesLong } from "@/domain/editions/queries";
import type { ReaderScope } from "@/domain/kernel/scope";
import { buildDossier } from "../bench/dossier";
import { freshDatabase } from "../database";
import { DECISION, fileOfEdition, reworded } from "../factories/editions";
import { dossierOf, memberOf } from "../factories/people";
import { requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

/** A job is not told to stop. */
const NEVER = new AbortController().signal;
const JOB = { type: "job" as const, name: "achtergrondtaak: editie vaststellen" };

async function traced() {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const requirementId = await requirementOf(scope, made.chapterId, "Een loket in de buurt", {
    reactionIds: [made.friday.id],
  });
  return { scope, requirementId };
}

async function asked(scope: ReaderScope) {
  const { contentSha256, previous } = await editionPreview(scope);
  return {
    ...{ kind: "concept" as const, contentSha256, previous: previous?.number ?? "" },
    ...DECISION,
  };
}

const work = (scope: ReaderScope, attempt: string) =>
  adoptEditionJob.run({ dossierId: scope.dossierId, attempt }, NEVER);

const adoptedBy = async (scope: ReaderScope) =>
  rowsOf<{ actor: string }>(
    await database(),
    sql`select actor_id as actor from audit where dossier_id = ${scope.dossierId} and action = 'edition.adopt'`,
  );

test("what somebody asks for is adopted in the background, as them, and once", async () => {
  const { scope } = await traced();
  const reviewer = await memberOf(scope, "reviewer");
  const { attempt } = await askAdoption(reviewer, await asked(scope));
  expect(await listEditions(scope)).toEqual([]);
  // Everybody of the dossier sees that it goes on, by whom, also after a reload: it stands in the database.
  expect(await adoptionOf(scope)).toMatchObject({
    ...{ attempt, state: "waiting", step: null, progress: null, number: null },
    by: reviewer.actor.type === "account" ? reviewer.actor.name : "",
  });
  expect(await adoptedBy(scope)).toEqual([]);
  await work(scope, attempt);
  // Killed after the end, and done again.
  await work(scope, attempt);
  expect((await listEditions(scope)).map(({ number }) => number)).toEqual(["0.1"]);
  expect(await adoptionOf(scope)).toMatchObject({ state: "done", number: "0.1", asked: null });
  const id = reviewer.actor.type === "account" ? reviewer.actor.id : "";
  expect(await adoptedBy(scope)).toEqual([{ actor: id }]);
  expect((await fileOfEdition(scope, "0.1")).edition.reason).toBe(DECISION.reason);
});

test("of two who ask at the same moment one is adopted, and the other is told", async () => {
  const { scope } = await traced();
  const input = await asked(scope);
  const tried = await Promise.allSettled([askAdoption(scope, input), askAdoption(scope, input)]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tried.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { key: "editions.errors.adopting" },
  });
  await expect(askAdoption(scope, input)).rejects.toMatchObject({
    key: "editions.errors.adopting",
  });
  const { attempt } = (await adoptionOf(scope)) ?? { attempt: "" };
  await Promise.all([work(scope, attempt), work(scope, attempt)]);
  expect(await listEditions(scope)).toHaveLength(1);
});

test("it says step by step what is being done, and how much is frozen", async () => {
  const { scope } = await traced();
  const input = await asked(scope);
  const { attempt } = await askAdoption(scope, input);
  const steps: string[] = [];
  const kept: { done: number; total: number }[] = [];
  await adoptAsked(scope, {
    ...{ attempt, asked: input },
    onStep: (step, progress) => {
      if (steps.at(-1) !== step) steps.push(step);
      if (progress) kept.push(progress);
    },
  });
  expect(steps).toEqual([...ADOPTION_STEPS]);
  const { content } = await fileOfEdition(scope, "0.1");
  const total = Object.values(content).reduce((sum, things) => sum + things.length, 0);
  expect(kept[0]).toEqual({ done: 0, total });
  expect(kept.every(({ done }, i) => done > (kept[i - 1]?.done ?? -1) && done < total)).toBe(true);
});

test("while it goes on others read in the database what is being done", async () => {
  const { scope } = await traced();
  const { attempt } = await askAdoption(scope, await asked(scope));
  const seen = new Set<string>();
  let done = false;
  const looking = (async () => {
    while (!done) {
      seen.add((await adoptionOf(scope))?.state ?? "");
      // The embedded database answers without a turn of the thread in between: nobody else would come to anything.
      await pause(1);
    }
  })();
  await adoptOf(await openDossierForJob(JOB, scope.dossierId), attempt);
  done = true;
  await looking;
  expect([...seen]).toContain("adopting");
});

test("what keeps it from being adopted is said, what was typed is kept, and it can be asked again", async () => {
  const { scope, requirementId } = await traced();
  const { attempt } = await askAdoption(scope, await asked(scope));
  await reworded(scope, requirementId, "Er is een loket op loopafstand.");
  await work(scope, attempt);
  expect(await listEditions(scope)).toEqual([]);
  expect(await adoptionOf(scope)).toMatchObject({
    ...{ state: "failed", failure: "changed" },
    asked: { reason: DECISION.reason, decidedBy: DECISION.decidedBy },
  });
  // Others may read no names, and it was not looked through: they do not read it.
  expect(await adoptionOf(await memberOf(scope, "reviewer"))).toMatchObject({
    ...{ state: "failed", asked: null },
  });
  const again = await askAdoption(scope, await asked(scope));
  // The old one comes late: it is of nobody any more.
  await work(scope, attempt);
  expect(await adoptionOf(scope)).toMatchObject({ state: "waiting", attempt: again.attempt });
  await work(scope, again.attempt);
  expect(await listEditions(scope)).toHaveLength(1);
});

test("stopped before or while it goes on it adopts nothing, and stopped after it is too late", async () => {
  const { scope } = await traced();
  const before = await askAdoption(scope, await asked(scope));
  const reviewer = await memberOf(scope, "reviewer");
  await stopAdoption(reviewer, before);
  await work(scope, before.attempt);
  expect(await adoptionOf(scope)).toMatchObject({ state: "failed", failure: "stopped" });

  const input = await asked(scope);
  const { attempt } = await askAdoption(scope, input);
  let stopping: Promise<unknown> = Promise.resolve();
  await expect(
    adoptAsked(scope, {
      ...{ attempt, asked: input },
      onStep: (step) => {
        if (step === "searching") stopping = stopAdoption(scope, { attempt });
      },
    }),
  ).rejects.toMatchObject({ key: "editions.errors.stopped" });
  await stopping;
  expect(await listEditions(scope)).toEqual([]);

  const last = await askAdoption(scope, await asked(scope));
  await work(scope, last.attempt);
  await expect(stopAdoption(scope, last)).rejects.toMatchObject({
    key: "editions.errors.notAdopting",
  });
  expect(await listEditions(scope)).toHaveLength(1);
});

test("who asked and left the dossier since adopts nothing, and what failed each time says so", async () => {
  const { scope } = await traced();
  const reviewer = await memberOf(scope, "reviewer");
  const { attempt } = await askAdoption(reviewer, await asked(scope));
  const id = reviewer.actor.type === "account" ? reviewer.actor.id : "";
  await (await database()).delete(dossierMember).where(eq(dossierMember.accountId, id));
  await work(scope, attempt);
  expect(await adoptionOf(scope)).toMatchObject({ state: "failed", failure: "notAllowed" });

  const again = await askAdoption(scope, await asked(scope));
  await adoptEditionJob.giveUp?.({ dossierId: scope.dossierId, ...again });
  expect(await adoptionOf(scope)).toMatchObject({ state: "failed", failure: "gaveUp" });
  expect(await listEditions(scope)).toEqual([]);
});

test("who wrote is told that another must adopt a definitive one, in the background too", async () => {
  const { scope } = await traced();
  const { attempt } = await askAdoption(scope, { ...(await asked(scope)), kind: "definitive" });
  await work(scope, attempt);
  const failure = (await adoptionOf(scope))?.failure;
  expect(["own", "blocked"]).toContain(failure);
  expect(await listEditions(scope)).toEqual([]);
});

test("of a small dossier one waits for it, of a large one not", async () => {
  const { scope } = await traced();
  expect(await takesLong(scope)).toBe(false);
  const large = await buildDossier({ requirements: 10, reactions: 3_000 });
  expect(await takesLong(large.scope)).toBe(true);
}, 120_000);
