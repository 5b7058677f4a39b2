import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { coding, coreValue, coreValueVersion, passage, reaction } from "@/db/schema";
import { mayWrite } from "../dossiers/policy";
import { takeNumbers } from "../dossiers/rows";
import { demandsReason, NEVER_SETTLED } from "../dossiers/rules";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { requireIn } from "../kernel/rows";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import { requireHeard } from "../reactions/rows";
import {
  changedCoreValue,
  exampleOfCoreValue,
  moreCoding,
  newCoreValue,
  removedCoding,
  restoredCoding,
} from "./model";

/**
 * Makes a kernwaarde, with the words it comes from. Names that look equal are one
 * within the dossier; see `nameKey`.
 *
 * @returns its id and number, and how many words were coded.
 */
export const addCoreValue = command({
  scope: member,
  action: "coreValue.add",
  input: newCoreValue,
  allow: mayWrite,
  run: async (tx, scope, { reactionIds, passageIds, ...wording }) => {
    // The counter is locked from here on, so two new ones cannot both find their name free.
    const number = await takeNumbers(tx, scope.dossierId, "coreValue");
    await checkName(tx, scope, wording.name);
    const [added] = await tx
      .insert(coreValue)
      .values({
        ...wording,
        nameKey: nameKey(wording.name),
        number,
        dossierId: scope.dossierId,
      })
      .returning({ id: coreValue.id, number: coreValue.number });
    if (!added) throw new Error("insert returned no row");
    await tx.insert(coreValueVersion).values({
      ...wording,
      coreValueId: added.id,
      n: 1,
      createdBy: actorAccountId(scope.actor),
    });
    const coded = await code(tx, scope, added.id, { reactionIds, passageIds });
    return {
      result: { ...added, added: coded.added },
      audit: [
        { entity: "coreValue", entityId: added.id, after: { ...wording, number } },
        ...coded.audit,
      ],
    };
  },
});

/**
 * Gives an existing kernwaarde to reactions and passages. Those that have it already are skipped.
 *
 * @returns how many were added, and how many had it already.
 */
export const codeWith = command({
  scope: member,
  action: "coreValue.code",
  input: moreCoding,
  allow: mayWrite,
  run: async (tx, scope, { coreValueId, ...words }) => {
    await lockCoreValue(tx, scope, coreValueId);
    const { added, already, audit } = await code(tx, scope, coreValueId, words);
    return { result: { added, already }, audit };
  },
});

/**
 * Changes name, definition or rule: a new version, with the reason if one is given. Without a difference nothing is
 * stored.
 *
 * @throws Conflict with the kernwaarde as it stands now; Invalid when the name is taken.
 */
export const changeCoreValue = command({
  scope: member,
  action: "coreValue.change",
  input: changedCoreValue,
  allow: mayWrite,
  run: async (tx, scope, { id, lockVersion, reason, ...after }) => {
    const current = await lockCoreValue(tx, scope, id);
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    const before = { name: current.name, definition: current.definition, rule: current.rule };
    if (
      before.name === after.name &&
      before.definition === after.definition &&
      before.rule === after.rule
    ) {
      return { result: { id, lockVersion }, audit: [] };
    }
    if (!reason && demandsReason(NEVER_SETTLED)) {
      throw new Invalid("errors.fields", {}, { reason: "errors.field.required" });
    }
    await checkName(tx, scope, after.name, id);
    const n = lockVersion + 1;
    await tx
      .update(coreValue)
      .set({ ...after, nameKey: nameKey(after.name), lockVersion: n })
      .where(eq(coreValue.id, id));
    await tx.insert(coreValueVersion).values({
      ...after,
      coreValueId: id,
      n,
      reason,
      createdBy: actorAccountId(scope.actor),
    });
    return {
      result: { id, lockVersion: n },
      audit: { entity: "coreValue", entityId: id, before, after: { ...after, reason } },
    };
  },
});

/** Sets which of its own passages shows best what a kernwaarde means; null takes it off. */
export const setExample = command({
  scope: member,
  action: "coreValue.setExample",
  input: exampleOfCoreValue,
  allow: mayWrite,
  run: async (tx, scope, { id, passageId }) => {
    const current = await lockCoreValue(tx, scope, id);
    if (passageId && !(await isCodedPassage(tx, id, passageId))) throw new NotFound();
    await tx.update(coreValue).set({ examplePassageId: passageId }).where(eq(coreValue.id, id));
    return {
      result: { id },
      audit: {
        entity: "coreValue",
        entityId: id,
        before: { examplePassageId: current.examplePassageId },
        after: { examplePassageId: passageId },
      },
    };
  },
});

/**
 * Takes a kernwaarde off a reaction or passage, with the reason; it stays in the history. An
 * example that stood in these words is no example any more.
 */
export const removeCoding = command({
  scope: member,
  action: "coding.remove",
  input: removedCoding,
  allow: mayWrite,
  run: async (tx, scope, { codingId, reason }) => {
    if (!reason && demandsReason(NEVER_SETTLED)) {
      throw new Invalid("errors.fields", {}, { reason: "errors.field.required" });
    }
    const current = await findCoding(tx, scope, codingId);
    if (current.removedAt !== null) {
      throw new Invalid("coreValues.errors.alreadyRemoved");
    }
    const value = await lockCoreValue(tx, scope, current.coreValueId);
    await tx
      .update(coding)
      .set({
        removedAt: sql`now()`,
        removedBy: actorAccountId(scope.actor),
        removedReason: reason,
      })
      .where(eq(coding.id, codingId));
    const ends = endsOf(current);
    const audit: AuditEntry[] = [
      {
        entity: "coding",
        entityId: codingId,
        before: ends,
        after: { ...ends, removed: reason ?? true },
      },
    ];
    const example = value.examplePassageId;
    if (example && !(await isCodedPassage(tx, value.id, example))) {
      await tx.update(coreValue).set({ examplePassageId: null }).where(eq(coreValue.id, value.id));
      audit.push({
        entity: "coreValue",
        entityId: value.id,
        before: { examplePassageId: example },
        after: { examplePassageId: null },
      });
    }
    return { result: { coreValueId: value.id }, audit };
  },
});

/** Puts a coding back that was taken away: a new one, so that the history stays whole. */
export const restoreCoding = command({
  scope: member,
  action: "coding.restore",
  input: restoredCoding,
  allow: mayWrite,
  run: async (tx, scope, { codingId }) => {
    const { coreValueId, reactionId, passageId } = await findCoding(tx, scope, codingId);
    const { added, audit } = await code(tx, scope, coreValueId, {
      reactionIds: reactionId ? [reactionId] : [],
      passageIds: passageId ? [passageId] : [],
    });
    if (added === 0) throw new Invalid("coreValues.errors.alreadyCoded");
    return { result: { coreValueId }, audit };
  },
});

/** The kernwaarde, locked; a foreign one does not exist. */
async function lockCoreValue(tx: Database, scope: MemberScope, id: string) {
  const [found] = await tx
    .select()
    .from(coreValue)
    .where(and(eq(coreValue.dossierId, scope.dossierId), eq(coreValue.id, id)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

async function findCoding(tx: Database, scope: MemberScope, id: string) {
  const [found] = await tx
    .select()
    .from(coding)
    .where(and(eq(coding.dossierId, scope.dossierId), eq(coding.id, id)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

async function checkName(
  tx: Database,
  scope: MemberScope,
  name: string,
  except?: string,
): Promise<void> {
  const [taken] = await tx
    .select({ id: coreValue.id })
    .from(coreValue)
    .where(
      and(
        eq(coreValue.dossierId, scope.dossierId),
        eq(coreValue.nameKey, nameKey(name)),
        except ? ne(coreValue.id, except) : undefined,
      ),
    );
  if (taken) throw new Invalid("errors.fields", {}, { name: "coreValues.errors.nameTaken" });
}

/** Whether a passage is coded with the kernwaarde now, itself or as the words of a reaction. */
async function isCodedPassage(
  tx: Database,
  coreValueId: string,
  passageId: string,
): Promise<boolean> {
  const found = await rowsOf(
    tx,
    sql`select from coded_word where core_value_id = ${coreValueId} and passage_id = ${passageId}
      limit 1`,
  );
  return found.length > 0;
}

function endsOf(row: { coreValueId: string; reactionId: string | null; passageId: string | null }) {
  return { coreValueId: row.coreValueId, reactionId: row.reactionId, passageId: row.passageId };
}

/**
 * Links words to a kernwaarde. A passage that is exactly the words of a reaction is coded as
 * that reaction: it then counts once, with its group and consultation.
 */
async function code(
  tx: Database,
  scope: MemberScope,
  coreValueId: string,
  words: { reactionIds: string[]; passageIds: string[] },
): Promise<{ added: number; already: number; audit: AuditEntry[] }> {
  await requireHeard(tx, scope.dossierId, words.reactionIds);
  await requireIn(tx, scope.dossierId, passage, words.passageIds);
  const same =
    words.passageIds.length === 0
      ? []
      : await tx
          .select({ id: reaction.id, passageId: reaction.passageId })
          .from(reaction)
          .where(
            and(
              eq(reaction.dossierId, scope.dossierId),
              inArray(reaction.passageId, words.passageIds),
              // Words of one that counts by its parts are of those.
              isNull(reaction.divided),
              isNull(reaction.held),
            ),
          );
  const reactionIds = [...new Set([...words.reactionIds, ...same.map((row) => row.id)])];
  const asReaction = new Set(same.map((row) => row.passageId));
  const passageIds = words.passageIds.filter((id) => !asReaction.has(id));
  const rows = [
    ...reactionIds.map((reactionId) => ({ reactionId, passageId: null })),
    ...passageIds.map((passageId) => ({ reactionId: null, passageId })),
  ].map((ends) => ({
    ...ends,
    coreValueId,
    dossierId: scope.dossierId,
    createdBy: actorAccountId(scope.actor),
  }));
  if (rows.length === 0) return { added: 0, already: 0, audit: [] };
  const added = await tx.insert(coding).values(rows).onConflictDoNothing().returning();
  return {
    added: added.length,
    already: rows.length - added.length,
    audit: added.map((row) => ({ entity: "coding", entityId: row.id, after: endsOf(row) })),
  };
}
