import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import { lockedReactions, requireHeard } from "../reactions/rows";
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
  sharersNow,
  sharersOf,
  versionOf,
  writeVersion,
} from "./rows";
import { IN_REQUIREMENT, missingIn } from "./rules";

/**
 * Answers a reaction: its *afweging*. What says that it was adopted names requirements, and links them to the reaction
 * itself. Others that say the same get the answer as one of their own, in one act, and share the reason: who changes that says
 * whether it is changed with them too. The same once more makes no new version.
 *
 * @returns the number of the reaction, and how many were answered.
 * @throws NotFound for one that is not here, or is held: it has no answer until it counts; Conflict with what was answered
 *   meanwhile; Invalid per field for what the outcome needs besides, for a code that is no requirement or one that was dropped,
 *   and when it was not said whether a shared reason changes everywhere.
 */
export const recordDisposition = command({
  scope: member,
  action: "disposition.record",
  input: recordedDisposition,
  allow: mayWrite,
  run: async (tx, scope, { reactionId, lockVersion, requirementCodes, also, ...input }) => {
    const { dossierId } = scope;
    const seen = new Map(
      [...also, { reactionId, lockVersion }].map((one) => [one.reactionId, one]),
    );
    const asked = [...seen.keys()];
    if (input.sharing === "all") {
      // All that it may reach, in one order: two who change what they share never wait for each other.
      const sharers = await sharersNow(tx, dossierId, reactionId);
      await lockedReactions(tx, dossierId, [...asked, ...sharers]);
    }
    const rows = await lockedReactions(tx, dossierId, asked);
    await requireHeard(tx, dossierId, asked);
    const { outcome, reason } = input;
    const place = outcome === "elsewhere" ? input.place : "";
    // What is ticked counts for what says that it stands there.
    const named = IN_REQUIREMENT.includes(outcome)
      ? [...new Set([...input.requirementIds, ...(await ofCodes(tx, scope, requirementCodes))])]
      : [];
    const said = { outcome, reason, place };
    const together = also.length > 0 ? randomUUID() : null;
    const audit: AuditEntry[] = [];
    for (const { id, kind, number } of rows) {
      const before = await lockedDisposition(tx, dossierId, id);
      if ((before?.lockVersion ?? 0) !== seen.get(id)?.lockVersion) {
        if (id === reactionId) throw stale(before);
        throw new Conflict("dispositions.errors.otherAnswered", { code: `R-${number}` });
      }
      const missing = missingIn({ outcome, reason, place, requirements: named.length }, kind);
      if (Object.keys(missing).length > 0) throw new Invalid("errors.fields", {}, missing);
      if (!together && before && sameWords(before.said, said, named) && (await holds(tx, id))) {
        continue;
      }
      const others =
        !together && before && before.said.reason !== reason
          ? await sharersOf(tx, dossierId, id, before.said.sharedId)
          : [];
      if (others.length > 0 && !input.sharing) {
        const fields = { sharing: "dispositions.errors.chooseSharing" } as const;
        throw new Invalid("errors.fields", {}, fields);
      }
      const apart = others.length > 0 && input.sharing === "here";
      const sharedId = together ?? (apart ? null : (before?.said.sharedId ?? null));
      const requirements = await linked(tx, scope, id, named);
      const after = { ...said, sharedId, requirements };
      audit.push(...(await written(tx, scope, id, before, after)));
      if (!apart) {
        const ids = others.map((one) => one.reactionId);
        for (const other of await lockedReactions(tx, dossierId, ids)) {
          const now = await lockedDisposition(tx, dossierId, other.id);
          if (!now) throw new NotFound();
          const same = now.said.requirements.map((one) => ({ ...one, linkId: null }));
          const changed = { ...now.said, reason, requirements: same };
          if (now.said.outcome === null) continue;
          const lacks = missingIn(
            { ...changed, outcome: now.said.outcome, requirements: same.length },
            other.kind,
          );
          if (Object.keys(lacks).length > 0) throw new Invalid("errors.fields", {}, lacks);
          audit.push(...(await written(tx, scope, other.id, now, changed)));
        }
      }
    }
    const number = rows.find(({ id }) => id === reactionId)?.number ?? 0;
    return { result: { reactionId, number, count: audit.length }, audit };
  },
});

/** Writes the next version, and what the log says of it. */
async function written(
  tx: Database,
  scope: MemberScope,
  reactionId: string,
  before: { id: string; lockVersion: number; said: Said } | null,
  after: Said,
): Promise<AuditEntry[]> {
  const about = {
    dossierId: scope.dossierId,
    reactionId,
    createdBy: actorAccountId(scope.actor),
  };
  const id = await writeVersion(tx, about, before, after);
  return entryOf(id, reactionId, before?.said, after);
}

/**
 * Takes answers back, as one act: what was answered before stands again, or nothing. Links that were made with them go.
 *
 * @throws Conflict when one was answered anew meanwhile; NotFound when one has nothing to take back, or is held.
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
    const ids = rows.map(({ id }) => id);
    await requireHeard(tx, dossierId, ids);
    const audit: AuditEntry[] = [];
    for (const reactionId of ids) {
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
  said: Pick<Said, "outcome" | "reason" | "place">,
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
  const words = ({ requirements, sharedId: _with, ...said }: Said) => ({
    ...said,
    requirements: requirements.map(({ requirementId }) => requirementId),
  });
  const entry = { entity: "disposition" as const, entityId: id };
  return [{ ...entry, before: words(before), after: { reactionId, ...words(after) } }];
}
