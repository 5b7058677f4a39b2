import { and, count, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { canonicalJson } from "@/db/canonical";
import { type Database, rowsOf } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { coreValue, passage, requirement, requirementLink, requirementVersion } from "@/db/schema";
import { demandsReason, NEVER_SETTLED } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { Conflict, Invalid } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { requireHeard } from "../../reactions/rows";
import { bodyField } from "../../text/rich-body";
import { bodyText } from "../../text/rich-text";
import {
  type Changeable,
  changedFields,
  droppedRequirement,
  MEASURES,
  MEASURES_OF,
  newRequirement,
  type RequirementContent,
  restoredRequirement,
  savedRequirement,
} from "../model";
import { mayWriteRequirements } from "../policy";
import { versionOf } from "../queries/versions";
import { chapterOf, dropDraft, lockedRequirement, lockOrder, standingVersion } from "../rows";
import { codeOf } from "../rules/codes";
import { versionIdentity } from "../rules/version";
import { addChapter } from "./chapters";

/** Writes version `n`: immutable from here on. */
async function writeVersion(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
  n: number,
  content: RequirementContent,
  reason: string,
): Promise<string> {
  const identity = versionIdentity(content);
  const hash = fingerprint(identity);
  await tx.insert(requirementVersion).values({
    ...identity,
    requirementId,
    n,
    dossierId: scope.dossierId,
    bodyText: bodyText(content.body),
    reason,
    fingerprint: hash,
    createdBy: actorAccountId(scope.actor),
  });
  return hash;
}

/**
 * Adds a requirement at the end of a chapter with its first version and, when asked, the kernwaarde
 * and words it rests on. With `chapterTitle` the chapter is made as well. The code is the letters of its kind, the chapter and the next free number there.
 *
 * @returns its id and code.
 * @throws NotFound for a chapter, kernwaarde or words that are not in the dossier.
 */
export const addRequirement = command({
  scope: member,
  action: "requirement.add",
  input: newRequirement.extend({ body: bodyField }),
  allow: mayWriteRequirements,
  run: async (tx, scope, { chapterId: given, chapterTitle, ...input }) => {
    const { coreValueId, reactionIds, passageIds, ...content } = input;
    await lockOrder(tx, scope);
    const chapterId = given ?? (await firstChapter(tx, scope, chapterTitle));
    const place = await chapterOf(tx, scope, chapterId);
    const [held] = await tx
      .select({ requirements: count() })
      .from(requirement)
      .where(and(eq(requirement.dossierId, scope.dossierId), eq(requirement.chapterId, chapterId)));
    const position = (held?.requirements ?? 0) + 1;
    const code = codeOf(content.kind, place.position, await nextNumber(tx, scope, place.position));
    const [added] = await tx
      .insert(requirement)
      .values({ dossierId: scope.dossierId, chapterId, position, code })
      .returning({ id: requirement.id });
    if (!added) throw new Error("insert returned no row");
    const hash = await writeVersion(tx, scope, added.id, 1, content, "");
    const audit: AuditEntry[] = [
      {
        entity: "requirement",
        entityId: added.id,
        after: {
          ...{ code, chapterId, position, fingerprint: hash, coreValueId },
          ...(reactionIds.length > 0 ? { reactionIds } : {}),
          ...(passageIds.length > 0 ? { passageIds } : {}),
        },
      },
    ];
    await requireIn(tx, scope.dossierId, coreValue, coreValueId ? [coreValueId] : []);
    await requireHeard(tx, scope.dossierId, reactionIds);
    await requireIn(tx, scope.dossierId, passage, passageIds);
    const ends = [
      ...(coreValueId ? [{ coreValueId }] : []),
      ...reactionIds.map((reactionId) => ({ reactionId })),
      ...passageIds.map((passageId) => ({ passageId })),
    ];
    for (const end of ends) {
      const link = { requirementId: added.id, ...end };
      const [linked] = await tx
        .insert(requirementLink)
        .values({ ...link, dossierId: scope.dossierId, createdBy: actorAccountId(scope.actor) })
        .returning({ id: requirementLink.id });
      if (!linked) throw new Error("insert returned no row");
      audit.push({ entity: "requirementLink", entityId: linked.id, after: link });
    }
    return { result: { id: added.id, code }, audit };
  },
});

/** Makes the chapter that is asked for by its name. @returns its id. */
async function firstChapter(
  tx: Database,
  scope: MemberScope,
  title: string | null,
): Promise<string> {
  if (!title) throw new Invalid("errors.fields", {}, { chapterId: "errors.field.choose" });
  return (await addChapter.within(tx, scope, { title })).id;
}

/** The number after the highest that any code of this chapter number has, moved ones too. */
async function nextNumber(tx: Database, scope: MemberScope, chapter: number): Promise<number> {
  const [row] = await rowsOf<{ next: number }>(
    tx,
    sql`select coalesce(max(split_part(code, '.', 2)::int), 0) + 1 as next from requirement
        where dossier_id = ${scope.dossierId} and code ~ ${`^[A-Za-z]+-${chapter}[.][0-9]{1,8}$`}`,
  );
  return row?.next ?? 1;
}

/**
 * Saves what a requirement says as its next version. When nothing differs no version is made and
 * `changed` is false.
 *
 * @throws Conflict with the standing {@link RequirementVersion} when somebody else saved in between.
 * @throws Invalid without a reason where one is demanded, or when the requirement was dropped.
 */
export const saveRequirement = command({
  scope: member,
  action: "requirement.save",
  input: savedRequirement.extend({ body: bodyField }),
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, lockVersion, reason, settlesDraft, ...content }) => {
    // In the same transaction: what is refused keeps its draft.
    if (settlesDraft) await dropDraft(tx, scope, requirementId);
    const standing = await lockedRequirement(tx, scope, requirementId);
    const before = await standingVersion(tx, requirementId, standing.lockVersion);
    if (fingerprint(versionIdentity(content)) === before.fingerprint) {
      return { result: { n: before.n, changed: false }, audit: [] };
    }
    if (standing.droppedAt) throw new Invalid("requirements.errors.dropped");
    if (standing.lockVersion !== lockVersion) {
      throw new Conflict(
        "requirements.errors.stale",
        {},
        await versionOf(tx, scope.dossierId, requirementId, standing.lockVersion),
      );
    }
    if (!reason && demandsReason(NEVER_SETTLED)) {
      throw new Invalid("errors.fields", {}, { reason: "requirements.errors.reasonMissing" });
    }
    const n = lockVersion + 1;
    const hash = await writeVersion(tx, scope, requirementId, n, content, reason);
    await tx.update(requirement).set({ lockVersion: n }).where(eq(requirement.id, requirementId));
    return {
      result: { n, changed: true },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { n: before.n, fingerprint: before.fingerprint },
        after: { n, fingerprint: hash, reason },
      },
    };
  },
});

/**
 * Saves some fields of a requirement as its next version, on top of what others changed in its other fields since. Of a
 * kind that is not scored the points go.
 *
 * @throws Conflict with the standing {@link RequirementVersion} when one of these fields was changed by somebody else
 *   since, into something else; and as {@link saveRequirement}.
 */
export const changeFields = command({
  scope: member,
  action: "requirement.save",
  input: changedFields,
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, lockVersion, fields, reason }) => {
    const { lockVersion: n } = await lockedRequirement(tx, scope, requirementId);
    const now = await versionOf(tx, scope.dossierId, requirementId, n);
    const names = Object.keys(fields) as Changeable[];
    if (lockVersion !== n) {
      const base = await versionOf(tx, scope.dossierId, requirementId, lockVersion);
      const collides = names.some(
        (name) => !sameValue(base[name], now[name]) && !sameValue(fields[name], now[name]),
      );
      if (collides) throw new Conflict("requirements.errors.stale", {}, now);
    }
    const { title, kind, body, explanation, evidence, verification, score, weight } = now;
    const merged = { title, kind, body, explanation, evidence, verification, score, weight };
    const content = { ...merged, ...(fields as Partial<typeof merged>) };
    const scored: readonly string[] = MEASURES_OF[content.kind] ?? [];
    const result = await saveRequirement.within(tx, scope, {
      ...content,
      ...Object.fromEntries(
        MEASURES.filter((one) => !scored.includes(one)).map((one) => [one, null]),
      ),
      requirementId,
      lockVersion: n,
      reason,
    });
    return { result, audit: [] };
  },
});

/** Whether two values of a field say the same; a number may be written as text. */
const sameValue = (one: unknown, other: unknown): boolean =>
  typeof one === "object" || typeof other === "object"
    ? canonicalJson(one ?? null) === canonicalJson(other ?? null)
    : String(one ?? "") === String(other ?? "");

/**
 * Lets a requirement lapse: it keeps its code and place and stays visible as "vervallen". The reason
 * stands in a new version with the same words.
 */
export const dropRequirement = command({
  scope: member,
  action: "requirement.drop",
  input: droppedRequirement,
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, reason }) => {
    const standing = await lockedRequirement(tx, scope, requirementId);
    if (standing.droppedAt) throw new Conflict("requirements.errors.alreadyDropped");
    if (!reason && demandsReason(NEVER_SETTLED)) {
      throw new Invalid("errors.fields", {}, { reason: "errors.field.required" });
    }
    const n = await repeatVersion(tx, scope, requirementId, standing.lockVersion, reason);
    await tx
      .update(requirement)
      .set({ droppedAt: new Date().toISOString(), lockVersion: n })
      .where(eq(requirement.id, requirementId));
    return {
      result: { n },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { dropped: false },
        after: { dropped: true, reason, n },
      },
    };
  },
});

/** Takes a dropped requirement back in, as a new version with the same words. */
export const restoreRequirement = command({
  scope: member,
  action: "requirement.restore",
  input: restoredRequirement,
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, reason }) => {
    const standing = await lockedRequirement(tx, scope, requirementId);
    if (!standing.droppedAt) throw new Conflict("requirements.errors.notDropped");
    const n = await repeatVersion(tx, scope, requirementId, standing.lockVersion, reason);
    await tx
      .update(requirement)
      .set({ droppedAt: null, lockVersion: n })
      .where(eq(requirement.id, requirementId));
    return {
      result: { n },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { dropped: true },
        after: { dropped: false, reason, n },
      },
    };
  },
});

async function repeatVersion(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
  standing: number,
  reason: string,
): Promise<number> {
  const {
    createdAt: _,
    createdBy: __,
    words: ___,
    ...same
  } = await standingVersion(tx, requirementId, standing);
  await tx.insert(requirementVersion).values({
    ...same,
    n: standing + 1,
    reason,
    createdBy: actorAccountId(scope.actor),
  });
  return standing + 1;
}
