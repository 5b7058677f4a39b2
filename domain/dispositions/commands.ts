import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import { lockedReactions } from "../reactions/rows";
import { linkRequirement, unlinkRequirement } from "../requirements/commands";
import { lockedRequirement } from "../requirements/rows";
import { recordedDisposition, takenBack } from "./model";
import {
  holds,
  linkedAmong,
  liveAmong,
  lockedDisposition,
  type Named,
  NOTHING,
  requirementsByCode,
  type Said,
  versionOf,
  writeVersion,
} from "./rows";
import { IN_REQUIREMENT, missingIn } from "./rules";

/**
 * Answers a reaction: its *afweging*. What says that it was adopted names requirements, and links them to the reaction
 * itself. The same once more makes no new version.
 *
 * @returns the number of the reaction.
 * @throws Conflict with what was answered meanwhile; Invalid per field for what the outcome needs besides, and for a
 *   code that is no requirement or one that was dropped.
 */
export const recordDisposition = command({
  scope: member,
  action: "disposition.record",
  input: recordedDisposition,
  allow: mayWrite,
  run: async (tx, scope, { reactionId, lockVersion, requirementCodes, ...input }) => {
    const [reaction] = await lockedReactions(tx, scope.dossierId, [reactionId]);
    if (!reaction) throw new NotFound();
    const before = await lockedDisposition(tx, scope.dossierId, reactionId);
    if ((before?.lockVersion ?? 0) !== lockVersion) throw stale(before);
    const { outcome, reason } = input;
    const place = outcome === "elsewhere" ? input.place : "";
    // What is ticked counts for what says that it stands there.
    const named = IN_REQUIREMENT.includes(outcome)
      ? [...new Set([...input.requirementIds, ...(await ofCodes(tx, scope, requirementCodes))])]
      : [];
    const missing = missingIn(
      { outcome, reason, place, requirements: named.length },
      reaction.kind,
    );
    if (Object.keys(missing).length > 0) throw new Invalid("errors.fields", {}, missing);
    const said = { outcome, reason, place };
    const result = { reactionId, number: reaction.number };
    if (before && sameWords(before.said, said, named) && (await holds(tx, reactionId))) {
      return { result, audit: [] };
    }
    const requirements = await linked(tx, scope, reactionId, named);
    const by = actorAccountId(scope.actor);
    const about = { dossierId: scope.dossierId, reactionId, createdBy: by };
    const id = await writeVersion(tx, about, before, { ...said, requirements });
    return {
      result,
      audit: entryOf(id, reactionId, before?.said, { ...said, requirements }),
    };
  },
});

/**
 * Takes answers back, as one act: what was answered before stands again, or nothing. Links that were made with them go.
 *
 * @throws Conflict when one was answered anew meanwhile; NotFound when one has nothing to take back.
 */
export const takeBackDispositions = command({
  scope: member,
  action: "disposition.takeBack",
  input: takenBack,
  allow: mayWrite,
  run: async (tx, scope, { dispositions }) => {
    const { dossierId } = scope;
    const rows = await lockedReactions(
      tx,
      dossierId,
      dispositions.map(({ reactionId }) => reactionId),
    );
    const audit: AuditEntry[] = [];
    for (const { id: reactionId } of rows) {
      const seen = dispositions.find((one) => one.reactionId === reactionId);
      const now = await lockedDisposition(tx, dossierId, reactionId);
      if (!now?.said.outcome) throw new NotFound();
      if (now.lockVersion !== seen?.lockVersion) throw stale(now);
      const earlier = await versionOf(tx, now.id, now.lockVersion - 1);
      const kept = new Set(earlier.requirements.map(({ requirementId }) => requirementId));
      const made = now.said.requirements.flatMap(({ requirementId, linkId }) =>
        linkId && !kept.has(requirementId) ? [linkId] : [],
      );
      for (const linkId of await liveAmong(tx, made)) {
        await unlinkRequirement.within(tx, scope, { linkId });
      }
      const requirements = earlier.requirements.map((one) => ({ ...one, linkId: null }));
      const about = { dossierId, reactionId, createdBy: actorAccountId(scope.actor) };
      const said = { ...earlier, requirements };
      await writeVersion(tx, about, now, said, now.lockVersion);
      audit.push(...entryOf(now.id, reactionId, now.said, said));
    }
    return { result: { count: rows.length }, audit };
  },
});

function stale(now: { lockVersion: number; said: Said } | null): Conflict {
  if (!now) return new Conflict("errors.stale", {}, { lockVersion: 0 });
  const { outcome, reason, place } = now.said;
  return new Conflict(
    "errors.stale",
    {},
    {
      lockVersion: now.lockVersion,
      outcome: outcome ?? "",
      reason,
      place,
    },
  );
}

async function ofCodes(
  tx: Database,
  scope: MemberScope,
  codes: readonly string[],
): Promise<string[]> {
  const known = await requirementsByCode(tx, scope.dossierId, codes);
  return codes.map((code) => {
    const id = known.get(code.toLowerCase());
    if (id) return id;
    const fields = { requirementCodes: "dispositions.errors.unknownCode" } as const;
    throw new Invalid("errors.fields", { code }, fields);
  });
}

/** Links what is not linked yet, one after the other in one order, so that two who do it never wait for each other. */
async function linked(
  tx: Database,
  scope: MemberScope,
  reactionId: string,
  requirementIds: readonly string[],
): Promise<Named[]> {
  const named: Named[] = [];
  for (const requirementId of [...requirementIds].sort()) {
    const { code, droppedAt } = await lockedRequirement(tx, scope, requirementId);
    if (droppedAt !== null) {
      const fields = { requirementIds: "dispositions.errors.dropped" } as const;
      throw new Invalid("errors.fields", { code }, fields);
    }
    const before = await linkedAmong(tx, reactionId, [requirementId]);
    const end = { coreValueId: null, passageId: null, reactionId };
    const { id } = await linkRequirement.within(tx, scope, { requirementId, ...end });
    named.push({ requirementId, linkId: before.has(requirementId) ? null : id });
  }
  return named;
}

function sameWords(
  before: Said,
  said: Omit<Said, "requirements">,
  named: readonly string[],
): boolean {
  const had = before.requirements.map(({ requirementId }) => requirementId);
  return (
    before.outcome === said.outcome &&
    before.reason === said.reason &&
    before.place === said.place &&
    had.length === named.length &&
    named.every((id) => had.includes(id))
  );
}

function entryOf(
  id: string,
  reactionId: string,
  before: Said = NOTHING,
  after: Said,
): AuditEntry[] {
  const words = ({ requirements, ...said }: Said) => ({
    ...said,
    requirements: requirements.map(({ requirementId }) => requirementId),
  });
  const entry = { entity: "disposition" as const, entityId: id };
  return [{ ...entry, before: words(before), after: { reactionId, ...words(after) } }];
}
