import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { chapter, requirement } from "@/db/schema";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type MemberScope, member } from "../../kernel/scope";
import { changedChapter, movedChapter, newChapter } from "../model";
import { mayWriteRequirements } from "../policy";
import { chapterOf, lockOrder } from "../rows";
import { STANDARD_CHAPTERS } from "../rules/chapters";

async function chapterCount(tx: Database, scope: MemberScope): Promise<number> {
  const [row] = await tx
    .select({ chapters: count() })
    .from(chapter)
    .where(eq(chapter.dossierId, scope.dossierId));
  return row?.chapters ?? 0;
}

/** Adds a chapter at the end. @returns its id and number. */
export const addChapter = command({
  scope: member,
  action: "chapter.add",
  input: newChapter,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await lockOrder(tx, scope);
    const position = (await chapterCount(tx, scope)) + 1;
    const [added] = await tx
      .insert(chapter)
      .values({ ...input, dossierId: scope.dossierId, position })
      .returning({ id: chapter.id });
    if (!added) throw new Error("insert returned no row");
    return {
      result: { id: added.id, number: position },
      audit: { entity: "chapter", entityId: added.id, after: { ...input, position } },
    };
  },
});

/**
 * Adds the usual chapters to a Programma van Eisen that has none.
 *
 * @throws Conflict when there is a chapter already: pressed twice, it must not add them twice.
 */
export const addStandardChapters = command({
  scope: member,
  action: "chapter.addStandard",
  input: z.object({}),
  allow: mayWriteRequirements,
  run: async (tx, scope) => {
    await lockOrder(tx, scope);
    if ((await chapterCount(tx, scope)) > 0) throw new Conflict("requirements.errors.hasChapters");
    const added = await tx
      .insert(chapter)
      .values(
        STANDARD_CHAPTERS.map((standard, index) => ({
          ...standard,
          dossierId: scope.dossierId,
          position: index + 1,
        })),
      )
      .returning();
    return {
      result: { chapters: added.length },
      audit: added.map(({ id, title, introduction, position }) => ({
        entity: "chapter",
        entityId: id,
        after: { title, introduction, position },
      })),
    };
  },
});

/** @throws Conflict with the chapter as it stands, when it was changed in between. */
export const changeChapter = command({
  scope: member,
  action: "chapter.change",
  input: changedChapter,
  allow: mayWriteRequirements,
  run: async (tx, scope, { chapterId, lockVersion, title, introduction }) => {
    const before = await chapterOf(tx, scope, chapterId);
    const changed = await tx
      .update(chapter)
      .set({ title, introduction, lockVersion: lockVersion + 1 })
      .where(
        and(
          eq(chapter.id, chapterId),
          eq(chapter.dossierId, scope.dossierId),
          eq(chapter.lockVersion, lockVersion),
        ),
      )
      .returning({ id: chapter.id });
    if (changed.length === 0) {
      throw new Conflict("errors.stale", {}, await chapterOf(tx, scope, chapterId));
    }
    return {
      result: { id: chapterId },
      audit: {
        entity: "chapter",
        entityId: chapterId,
        before: { title: before.title, introduction: before.introduction },
        after: { title, introduction },
      },
    };
  },
});

/** Gives a chapter another place. Codes of requirements do not change by it. @returns its number. */
export const moveChapter = command({
  scope: member,
  action: "chapter.move",
  input: movedChapter,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await lockOrder(tx, scope);
    const rows = await tx
      .select({ id: chapter.id })
      .from(chapter)
      .where(eq(chapter.dossierId, scope.dossierId))
      .orderBy(asc(chapter.position));
    const order = rows.map((row) => row.id);
    const from = order.indexOf(input.chapterId);
    if (from < 0) throw new NotFound();
    order.splice(from, 1);
    let to = order.length;
    if ("direction" in input) {
      to = Math.min(Math.max(from + (input.direction === "up" ? -1 : 1), 0), order.length);
    } else if (input.beforeId === input.chapterId) {
      to = from;
    } else if (input.beforeId !== null) {
      to = order.indexOf(input.beforeId);
      if (to < 0) throw new NotFound();
    }
    order.splice(to, 0, input.chapterId);
    for (const [index, id] of order.entries()) {
      if (rows[index]?.id === id) continue;
      await tx
        .update(chapter)
        .set({ position: index + 1 })
        .where(and(eq(chapter.id, id), eq(chapter.dossierId, scope.dossierId)));
    }
    return {
      result: { number: to + 1 },
      audit:
        to === from
          ? []
          : {
              entity: "chapter",
              entityId: input.chapterId,
              before: { position: from + 1 },
              after: { position: to + 1 },
            },
    };
  },
});

/** Takes an empty chapter away. @throws Invalid when it still holds requirements, dropped ones too. */
export const removeChapter = command({
  scope: member,
  action: "chapter.remove",
  input: z.object({ chapterId: uuid }),
  allow: mayWriteRequirements,
  run: async (tx, scope, { chapterId }) => {
    await lockOrder(tx, scope);
    const { title, introduction, position } = await chapterOf(tx, scope, chapterId);
    const [held] = await tx
      .select({ requirements: count() })
      .from(requirement)
      .where(and(eq(requirement.dossierId, scope.dossierId), eq(requirement.chapterId, chapterId)));
    if (held && held.requirements > 0) throw new Invalid("requirements.errors.chapterNotEmpty");
    await tx
      .delete(chapter)
      .where(and(eq(chapter.id, chapterId), eq(chapter.dossierId, scope.dossierId)));
    await tx
      .update(chapter)
      .set({ position: sql`${chapter.position} - 1` })
      .where(and(eq(chapter.dossierId, scope.dossierId), gt(chapter.position, position)));
    return {
      result: { id: chapterId },
      audit: {
        entity: "chapter",
        entityId: chapterId,
        before: { title, introduction, position },
      },
    };
  },
});
