import { z } from "zod";
import type { Database } from "@/db/client";
import { canonicalJson, sha256 } from "@/db/hash";
import type { AdoptionStep } from "@/db/vocabulary";
import { asOutsider } from "../../dossiers/gate";
import { headOf, lockDossier } from "../../dossiers/rows";
import { command, type Outcome } from "../../kernel/command";
import { Conflict, Invalid } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { changeWords } from "../../kernel/layer";
import { actorAccountId, type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { searchLeaving } from "../../personal-data/commands";
import type { Progress } from "../../sources/model";
import { compareEditionsJob } from "../jobs/compare";
import {
  type AdoptedEdition,
  type AdoptRefusal,
  adoptedEdition,
  type EditionContent,
  type EditionHead,
  type EditionPreview,
} from "../model";
import { mayAdopt } from "../policy";
import { contentToFreeze, editionPreview } from "../queries";
import {
  contentOf,
  finishAdoption,
  keepEdition,
  logOf,
  nextPlaces,
  refusalOf,
  standingInWay,
  wroteAny,
} from "../rows";
import { frozen, numberOf } from "../rules";

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

/** Told while an edition is adopted: what is being done, and of the last step how much of how much. */
export type OnStep = (step: AdoptionStep, progress?: Progress) => void;

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
  first: (scope, decision) => searched(scope, decision, () => {}),
  run: (tx, scope, decision, _thing, ahead) => adopting(tx, scope, decision, ahead, () => {}),
});

/**
 * The same of what somebody asked for, in the background (`askAdoption`), with its last word in the same transaction: asked again, or stopped,
 * it adopts nothing.
 *
 * @throws as {@link adoptEdition}.
 */
export const adoptAsked = command({
  scope: reader,
  action: "edition.adopt",
  input: z.object({
    attempt: uuid,
    asked: adoptedEdition,
    onStep: z.custom<OnStep>((given) => typeof given === "function"),
  }),
  allow: mayAdopt,
  first: (scope, { asked, onStep }) => searched(scope, asked, onStep),
  run: async (tx, scope, { attempt, asked, onStep }, _thing, ahead) => {
    const outcome = await adopting(tx, scope, asked, ahead, onStep);
    await finishAdoption(tx, { dossierId: scope.dossierId, attempt }, outcome.result.id);
    return outcome;
  },
});

interface Ahead {
  outsider: ReaderScope;
  shown: (text: string) => string;
}

/** What nobody knows of yet keeps the edition from being adopted, also when who adopts cannot write it down. */
async function searched(
  scope: ReaderScope,
  { reason, mandate }: AdoptedEdition,
  onStep: OnStep,
): Promise<Ahead> {
  onStep("reading");
  const content = await contentToFreeze(scope);
  onStep("searching");
  const typed = [typedWords(content), reason, mandate];
  if ((await searchLeaving(scope, typed)) > 0) throw new Invalid(REFUSED.personalData);
  // Its layer is read ahead of the transaction: in that there is one connection.
  const outsider = asOutsider(scope);
  return { outsider, shown: await readerOf(outsider) };
}

async function adopting(
  tx: Database,
  scope: ReaderScope,
  { kind, contentSha256, previous: seen, ...decision }: AdoptedEdition,
  { outsider, shown }: Ahead,
  onStep: OnStep,
): Promise<Outcome<{ id: string; number: string; sha256: string }>> {
  const { dossierId } = scope;
  onStep("freezing");
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
  // Of two who adopt at the same moment the second is told; else there would be the same edition twice.
  if (seen !== undefined && seen !== (previous?.number ?? "")) {
    throw new Conflict("editions.errors.overtaken", {});
  }
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
    (progress) => onStep("keeping", progress),
  );
  return {
    result: { id, number, sha256: hash },
    audit: { entity: "edition", entityId: id, after: { number, kind, sha256: hash } },
    jobs: [compareEditionsJob.request({ dossierId })],
  };
}

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
