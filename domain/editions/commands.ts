import { canonicalJson, sha256 } from "@/db/hash";
import { asOutsider } from "../dossiers/gate";
import { headOf, lockDossier } from "../dossiers/rows";
import { queueInvitedJob } from "../invitations/jobs";
import { askOutcomes } from "../invitations/rows";
import { command } from "../kernel/command";
import { Conflict, Invalid } from "../kernel/errors";
import { changeWords } from "../kernel/layer";
import { actorAccountId, type ReaderScope, reader, readerOf } from "../kernel/scope";
import { searchLeaving } from "../personal-data/commands";
import { compareEditionsJob } from "./jobs";
import {
  type AdoptRefusal,
  adoptedEdition,
  type EditionContent,
  type EditionHead,
  type EditionPreview,
  publishedEdition,
  withdrawnEdition,
} from "./model";
import { mayAdopt, mayPublish } from "./policy";
import { contentToFreeze, editionPreview } from "./queries";
import {
  addAct,
  consultationsAnswered,
  contentOf,
  keepEdition,
  logOf,
  nextPlaces,
  refusalOf,
  standingEdition,
  standingInWay,
  wroteAny,
} from "./rows";
import { frozen, numberOf } from "./rules";

const REFUSED = {
  own: "editions.errors.own",
  blocked: "editions.errors.blocked",
  personalData: "editions.errors.personalData",
  empty: "editions.errors.empty",
} as const satisfies Record<AdoptRefusal, string>;

/**
 * What would be adopted now, its words searched once more for personal data that nobody knows of: found by an author it is kept as
 * open, and whoever looks is told that it is in the way.
 */
export async function editionToAdopt(scope: ReaderScope): Promise<EditionPreview> {
  const content = await contentToFreeze(scope);
  const found = await searchLeaving(scope, typedWords(content));
  const preview = await editionPreview(scope, content);
  if (found === 0) return preview;
  return { ...preview, refused: { definitive: "personalData", concept: "personalData" } };
}

/**
 * Adopts an edition: freezes everything as outsiders read it, for good. Two at the same moment get two numbers, or the second
 * is told that what it saw changed.
 *
 * @returns its id, number and hash.
 * @throws Invalid with why it may not be adopted (`AdoptRefusal`); Conflict when the contents are others than were seen.
 */
export const adoptEdition = command({
  scope: reader,
  action: "edition.adopt",
  input: adoptedEdition,
  allow: mayAdopt,
  // What nobody knows of yet keeps the edition from being adopted, also when who adopts cannot write it down.
  first: async (scope, { reason, mandate }) => {
    const typed = [typedWords(await contentToFreeze(scope)), reason, mandate];
    if ((await searchLeaving(scope, typed)) > 0) throw new Invalid(REFUSED.personalData);
    // Its layer is read ahead of the transaction: in that there is one connection.
    const outsider = asOutsider(scope);
    return { outsider, shown: await readerOf(outsider) };
  },
  run: async (tx, scope, { kind, contentSha256, ...decision }, _thing, { outsider, shown }) => {
    const { dossierId } = scope;
    // Two who adopt wait for each other here: the second gets the next number.
    await lockDossier(tx, dossierId);
    const content = await contentOf(tx, outsider);
    const { parts, sections, contentSha256: now } = frozen(content, sha256);
    const { passedOver, release, blocked, held } = await standingInWay(tx, scope);
    const wrote = await wroteAny(tx, scope);
    const empty = content.requirements.length === 0;
    const refused = refusalOf(kind, { blocked, held, wrote, empty });
    if (refused) throw new Invalid(REFUSED[refused]);
    if (now !== contentSha256) throw new Conflict("editions.errors.changed", {}, now);

    const { next, previous } = await nextPlaces(tx, dossierId);
    const number = numberOf(next[kind]);
    const head: EditionHead = {
      dossier: { slug: scope.slug, ...changeWords(await headOf(tx, dossierId), shown) },
      ...{ number, kind, adoptedAt: new Date().toISOString(), ...decision },
      ...changeWords({ reason: decision.reason, mandate: decision.mandate }, shown),
      previous: previous ? { number: previous.number, sha256: previous.sha256 } : null,
      passedOver: passedOver.map((one) => ({ ...one, reason: shown(one.reason) })),
      release: release && { ...release, reason: shown(release.reason) },
      ...{ log: await logOf(tx, dossierId), sections },
    };
    const text = canonicalJson(head);
    const hash = sha256(text);
    const id = await keepEdition(
      tx,
      {
        ...{ dossierId, kind, ...next[kind], head: text, sha256: hash, contentSha256 },
        ...{ decidedOn: decision.decidedOn, previousId: previous?.id ?? null },
        createdBy: actorAccountId(scope.actor),
      },
      parts,
    );
    return {
      result: { id, number, sha256: hash },
      audit: { entity: "edition", entityId: id, after: { number, kind, sha256: hash } },
      jobs: [compareEditionsJob.request({ dossierId })],
    };
  },
});

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

/** The words that stand in no source and so were never searched as such. */
function typedWords({ blocks: _blocks, sources, ...content }: EditionContent): unknown {
  return {
    ...content,
    reactions: content.reactions.map(({ text, place, answer }) => [
      place ? "" : text,
      answer?.reason,
      answer?.where,
    ]),
    sources: sources.map(({ title }) => title),
    words: [],
  };
}
