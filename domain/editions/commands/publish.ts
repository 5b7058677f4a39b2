import { queueInvitedJob } from "../../invitations/jobs";
import { askOutcomes } from "../../invitations/rows";
import { command } from "../../kernel/command";
import { Conflict } from "../../kernel/errors";
import { actorAccountId, reader } from "../../kernel/scope";
import { compareEditionsJob } from "../jobs/compare";
import { publishedEdition, withdrawnEdition } from "../model";
import { mayPublish } from "../policy";
import { addAct, consultationsAnswered, standingEdition } from "../rows";

/**
 * Shows an edition to everybody at its own address, from then on. When it is a definitive one, who was invited by mail to a
 * consultation that it answers is told so: once, whatever comes after.
 *
 * @returns its number, and how many are told.
 * @throws NotFound; Conflict when it was published already, or withdrawn.
 */
export const publishEdition = command({
  scope: reader,
  action: "edition.publish",
  input: publishedEdition,
  allow: mayPublish,
  run: async (tx, { dossierId, actor }, { editionId, page, edition }) => {
    const { number, kind, sha256: hash, acts } = await standingEdition(tx, dossierId, editionId);
    if (acts.includes("withdrawn")) throw new Conflict("editions.errors.withdrawn");
    if (acts.includes("published")) throw new Conflict("editions.errors.published");
    await addAct(tx, { editionId, act: "published", accountId: actorAccountId(actor) });
    const answered = kind === "definitive" ? await consultationsAnswered(tx, editionId) : [];
    const told =
      page && edition
        ? await askOutcomes(tx, dossierId, answered, {
            page,
            edition: { address: edition, number },
          })
        : { consultationIds: [], count: 0 };
    const after = { published: true, sha256: hash };
    return {
      result: { number, told: told.count },
      audit: {
        ...{ entity: "edition", entityId: editionId },
        after: told.count > 0 ? { ...after, told: told.count } : after,
      },
      jobs: [
        compareEditionsJob.request({ dossierId }),
        ...told.consultationIds.map((consultationId) =>
          queueInvitedJob.request({ dossierId, consultationId }),
        ),
      ],
    };
  },
});

/**
 * Withdraws an edition, for good: it stays to be read, and says so and why.
 *
 * @throws NotFound; Conflict when it was withdrawn already.
 */
export const withdrawEdition = command({
  scope: reader,
  action: "edition.withdraw",
  input: withdrawnEdition,
  allow: mayPublish,
  run: async (tx, { dossierId, actor }, { editionId, reason }) => {
    const { number, sha256: hash, acts } = await standingEdition(tx, dossierId, editionId);
    if (acts.includes("withdrawn")) throw new Conflict("editions.errors.withdrawn");
    await addAct(tx, {
      ...{ editionId, act: "withdrawn", reason, accountId: actorAccountId(actor) },
    });
    return {
      result: { number },
      audit: { entity: "edition", entityId: editionId, after: { withdrawn: reason, sha256: hash } },
      // What followed it is compared with another one from now on.
      jobs: [compareEditionsJob.request({ dossierId })],
    };
  },
});
