import { setApprovals } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { adoptEdition, publishEdition } from "@/domain/editions/commands";
import { editionPreview, listEditions } from "@/domain/editions/queries";
import type { ReaderScope } from "@/domain/kernel/scope";
import { placeReactions } from "@/domain/moderation/commands";
import { moderationQueue } from "@/domain/moderation/queries";
import { passOver } from "@/domain/publication/commands";
import { readiness } from "@/domain/publication/queries";
import {
  addRequirement,
  dropRequirement,
  linkRequirement,
  moveRequirement,
  saveRequirement,
  setNoSourceReason,
} from "@/domain/requirements/commands";
import type { RequirementRow } from "@/domain/requirements/model";
import { getRequirement, listRequirements } from "@/domain/requirements/queries";
import { approveRequirement, sendToReview } from "@/domain/review/commands";
import { reviewStandings } from "@/domain/review/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import {
  CHANGES,
  CONCEPT_AFTER,
  EDITION_ONE,
  MOTIVATED,
  OTHER_ANSWERS,
  SENT_AGAIN,
  UNAPPROVED,
} from "./answers";
import { answerSome, completeExample, personOf, reactionsByWords } from "./load";
import { holdRound } from "./online";

/**
 * Goes on with the example as the demo shows it: every reaction gets its answer, the other person approves and adopts edition 1, which
 * is published; then some things change, and a concept with gaps is published too, and a round is held about what is open. Once; the rest of the example stays as it
 * was made, so that who looks can still do the work.
 */
export async function publishExample(): Promise<void> {
  const example = await completeExample();
  if (!example?.consultationId) return;
  const scope = await openDossierToRead(await personOf("author"), example.slug);
  if ((await listEditions(scope)).some(({ kind }) => kind === "definitive")) return;
  const reviewer = await openDossierToRead(await personOf("reviewer"), example.slug);
  await answerAll(scope);
  await approveAll(scope, reviewer);
  await adoptAndPublish(scope, reviewer, "definitive", EDITION_ONE);
  await changeSome(scope, example.consultationId);
  await adoptAndPublish(scope, scope, "concept", CONCEPT_AFTER);
  await holdRound(scope);
}

const byTitle = async (scope: ReaderScope): Promise<Map<string, RequirementRow>> => {
  const { rows } = await listRequirements(scope, { pageSize: 200, page: 1 });
  return new Map(rows.map((row) => [row.title, row]));
};

function named<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`nothing in the example is called "${name}"`);
  return found;
}

async function answerAll(scope: ReaderScope): Promise<void> {
  const requirements = await byTitle(scope);
  const ids = new Map([...requirements].map(([title, { id }]) => [title, id]));
  await answerSome(scope, ids, await reactionsByWords(scope), OTHER_ANSWERS);
  for (const [title, reason] of Object.entries(MOTIVATED)) {
    await setNoSourceReason(scope, { requirementId: named(ids, title), reason });
  }
}

/** What stands is approved by the other person, but for one; that is passed over by name. */
async function approveAll(scope: ReaderScope, reviewer: ReaderScope): Promise<void> {
  const { title, change, reason } = SENT_AGAIN;
  await resaved(scope, (await byTitle(scope)).get(title)?.id ?? "", "text", change, reason);
  const rows = [...(await byTitle(scope)).values()].filter(({ dropped }) => !dropped);
  const standing = async () =>
    reviewStandings(
      scope,
      rows.map(({ id }) => id),
    );
  const sent = await standing();
  for (const { id } of rows) {
    if (sent.get(id)?.state === "draft") await sendToReview(scope, { requirementId: id });
  }
  if (reviewer.actor.type !== "account") throw new Error("the reviewer has no account");
  const accountId = reviewer.actor.id;
  await setApprovals(scope, { accountId, approves: ["content", "procurement", "legal"] });
  const judges = await openDossierToRead(reviewer.actor, scope.slug);
  for (const [id, { state }] of await standing()) {
    const row = rows.find((one) => one.id === id);
    if (state === "adopted" || !row || row.title === UNAPPROVED.title) continue;
    await approveRequirement(judges, { requirementId: id, n: row.n });
  }
  for (const { blocker, key, count } of (await readiness(scope)).blockers) {
    if (count > 0) await passOver(scope, { blocker, key, reason: UNAPPROVED.reason });
  }
}

/** Saves a requirement with some of its words replaced. */
async function resaved(
  scope: ReaderScope,
  requirementId: string,
  field: "text" | "explanation",
  [from, to]: readonly [string, string],
  reason: string,
): Promise<void> {
  const { version, lockVersion } = await getRequirement(scope, requirementId);
  const { title, kind, evidence, verification, score, weight } = version;
  const was = field === "text" ? version.bodyText : version.explanation;
  if (!was.includes(from)) throw new Error(`"${title}" does not say "${from}"`);
  const is = was.replace(from, to);
  await saveRequirement(scope, {
    ...{ requirementId, lockVersion, title, kind, evidence, verification, score, weight, reason },
    body: field === "text" ? bodyOfLines(is) : version.body,
    explanation: field === "text" ? version.explanation : is,
  });
}

async function adoptAndPublish(
  author: ReaderScope,
  adopts: ReaderScope,
  kind: "definitive" | "concept",
  decision: typeof EDITION_ONE,
): Promise<void> {
  const { contentSha256 } = await editionPreview(adopts);
  const { id } = await adoptEdition(adopts, { ...decision, kind, contentSha256 });
  await publishEdition(author, { editionId: id });
}

async function changeSome(scope: ReaderScope, consultationId: string): Promise<void> {
  const { saved, dropped, moved, placed, added } = CHANGES;
  const requirements = await byTitle(scope);
  for (const { title, field, change, reason } of saved) {
    await resaved(scope, named(requirements, title).id, field, change, reason);
  }
  const { id: droppedId } = named(requirements, dropped.title);
  await dropRequirement(scope, { requirementId: droppedId, reason: dropped.reason });
  await moveRequirement(scope, { requirementId: named(requirements, moved).id, direction: "up" });
  const { rows } = await moderationQueue(scope, consultationId);
  const seen = rows.filter(({ text }) => placed.some((start) => text.startsWith(start)));
  await placeReactions(scope, { consultationId, seen: seen.map((one) => one.seen) });
  const reactions = await reactionsByWords(scope);
  const chapters = new Map(
    [...requirements.values()].map((one) => [one.chapterTitle, one.chapterId]),
  );
  for (const { chapter, title, text, reaction } of added) {
    const { id: requirementId } = await addRequirement(scope, {
      ...{ chapterId: named(chapters, chapter), title, kind: "mandatory" as const },
      body: bodyOfLines(text),
    });
    if (reaction) await linkRequirement(scope, { requirementId, reactionId: reactions(reaction) });
  }
}
