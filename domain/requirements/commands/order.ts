import { and, count, eq, gt, gte, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/client";
import { requirement } from "@/db/schema";
import type { RequirementKind } from "@/db/vocabulary";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { type MemberScope, member } from "../../kernel/scope";
import { MAX_MOVED, movedRequirement, movedRequirements } from "../model";
import { mayWriteRequirements } from "../policy";
import { chapterOf, codesFixed, lockOrder } from "../rows";
import { renumbered } from "../rules/codes";

/**
 * Gives a requirement another place, in its chapter or another. Its code stays.
 *
 * @returns the place it has now, and how many there are in that chapter.
 */
export const moveRequirement = command({
  scope: member,
  action: "requirement.move",
  input: movedRequirement,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await lockOrder(tx, scope);
    const from = await placeOf(tx, scope, input.requirementId);
    const to = await targetOf(tx, scope, input, from);
    const moved = to.chapterId !== from.chapterId || to.position !== from.position;
    if (moved) {
      await makeRoom(tx, scope, from, to);
      await tx
        .update(requirement)
        .set({ chapterId: to.chapterId, position: to.position })
        .where(eq(requirement.id, from.id));
    }
    return {
      result: {
        chapterId: to.chapterId,
        position: to.position,
        total: await held(tx, scope, to.chapterId),
      },
      audit: moved
        ? {
            entity: "requirement",
            entityId: from.id,
            before: { chapterId: from.chapterId, position: from.position },
            after: to,
          }
        : [],
    };
  },
});

interface Place {
  chapterId: string;
  /** From 1, without gaps. */
  position: number;
}

async function placeOf(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
): Promise<Place & { id: string }> {
  const [found] = await tx
    .select({
      id: requirement.id,
      chapterId: requirement.chapterId,
      position: requirement.position,
    })
    .from(requirement)
    .where(and(eq(requirement.id, requirementId), eq(requirement.dossierId, scope.dossierId)));
  if (!found) throw new NotFound();
  return found;
}

async function held(tx: Database, scope: MemberScope, chapterId: string): Promise<number> {
  const [row] = await tx
    .select({ requirements: count() })
    .from(requirement)
    .where(and(eq(requirement.dossierId, scope.dossierId), eq(requirement.chapterId, chapterId)));
  return row?.requirements ?? 0;
}

async function targetOf(
  tx: Database,
  scope: MemberScope,
  input: z.output<typeof movedRequirement>,
  from: Place & { id: string },
): Promise<Place> {
  if ("direction" in input) {
    const last = await held(tx, scope, from.chapterId);
    const wanted = from.position + (input.direction === "up" ? -1 : 1);
    return { chapterId: from.chapterId, position: Math.min(Math.max(wanted, 1), last) };
  }
  const { id: chapterId } = await chapterOf(tx, scope, input.chapterId);
  const stays = chapterId === from.chapterId;
  if (input.beforeId === null) {
    const others = (await held(tx, scope, chapterId)) - (stays ? 1 : 0);
    return { chapterId, position: others + 1 };
  }
  if (input.beforeId === from.id) return { chapterId: from.chapterId, position: from.position };
  const before = await placeOf(tx, scope, input.beforeId);
  if (before.chapterId !== chapterId) throw new NotFound();
  // Counted without the moved one, which leaves a gap when it stood in front.
  const shift = stays && from.position < before.position ? 1 : 0;
  return { chapterId, position: before.position - shift };
}

/** Closes the gap that is left and opens one where it comes; places stay 1, 2, 3 … */
async function makeRoom(
  tx: Database,
  scope: MemberScope,
  from: Place & { id: string },
  to: Place,
): Promise<void> {
  const others = (chapterId: string) =>
    and(
      eq(requirement.dossierId, scope.dossierId),
      eq(requirement.chapterId, chapterId),
      ne(requirement.id, from.id),
    );
  await tx
    .update(requirement)
    .set({ position: sql`${requirement.position} - 1` })
    .where(and(others(from.chapterId), gt(requirement.position, from.position)));
  await tx
    .update(requirement)
    .set({ position: sql`${requirement.position} + 1` })
    .where(and(others(to.chapterId), gte(requirement.position, to.position)));
}

/**
 * Moves requirements to the end of a chapter, in the order they are named, all or none. Their codes
 * stay.
 *
 * @returns how many there are at the end now.
 * @throws Invalid for none, and for more than {@link MAX_MOVED}.
 * @throws NotFound when one of them or the chapter is not in the dossier.
 */
export const moveRequirements = command({
  scope: member,
  action: "requirement.move",
  input: movedRequirements,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    const ids = [...new Set(input.requirementIds)];
    if (ids.length === 0) throw new Invalid("requirements.errors.noneChosen");
    if (ids.length > MAX_MOVED) {
      throw new Invalid("requirements.errors.tooManyChosen", { max: MAX_MOVED });
    }
    await lockOrder(tx, scope);
    const { id: chapterId } = await chapterOf(tx, scope, input.chapterId);
    const rows = await tx
      .select({
        id: requirement.id,
        chapterId: requirement.chapterId,
        position: requirement.position,
      })
      .from(requirement)
      .where(and(eq(requirement.dossierId, scope.dossierId), inArray(requirement.id, ids)));
    const found = new Map(rows.map(({ id, ...place }) => [id, place]));
    const all = await held(tx, scope, chapterId);
    const stays = all - rows.filter((row) => row.chapterId === chapterId).length;
    const moves = ids.map((id, index) => {
      const before = found.get(id);
      if (!before) throw new NotFound();
      return { id, before, after: { chapterId, position: stays + index + 1 } };
    });
    // First behind everything that stands there, then the gaps are closed in every chapter.
    const list = JSON.stringify(ids.map((id, index) => ({ id, position: all + index + 1 })));
    await tx.execute(
      sql`update requirement r set chapter_id = ${chapterId}, position = x.position
        from jsonb_to_recordset(${list}::text::jsonb) as x(id uuid, position int)
        where r.id = x.id and r.dossier_id = ${scope.dossierId}`,
    );
    await tx.execute(
      sql`update requirement r set position = x.position
        from (
          select id, row_number() over (partition by chapter_id order by position) as position
          from requirement where dossier_id = ${scope.dossierId}
        ) x
        where r.id = x.id and r.dossier_id = ${scope.dossierId} and r.position <> x.position`,
    );
    return {
      result: { chapterId, count: ids.length },
      audit: moves
        .filter(
          ({ before, after }) =>
            before.chapterId !== after.chapterId || before.position !== after.position,
        )
        .map(({ id, before, after }) => ({
          entity: "requirement",
          entityId: id,
          before,
          after,
        })),
    };
  },
});

/**
 * Gives every requirement the code that belongs to its kind and place now. Dropped ones keep a code
 * of their own. Only before publication: afterwards codes are what others refer to.
 *
 * @returns how many codes changed.
 */
export const renumberRequirements = command({
  scope: member,
  action: "requirement.renumber",
  input: z.object({}),
  allow: mayWriteRequirements,
  run: async (tx, scope) => {
    await lockOrder(tx, scope);
    if (await codesFixed(tx, scope.dossierId)) throw new Invalid("requirements.errors.codesFixed");
    const rows = await rowsOf<{
      id: string;
      code: string;
      kind: RequirementKind;
      chapter: number;
    }>(
      tx,
      sql`select r.id, r.code, v.kind, c.position as chapter
        from requirement r
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where r.dossier_id = ${scope.dossierId}
        order by c.position, r.position`,
    );
    const chapters: (typeof rows)[] = [];
    for (const row of rows) {
      while (chapters.length < row.chapter) chapters.push([]);
      chapters[row.chapter - 1]?.push(row);
    }
    const codes = renumbered(chapters);
    const changed = rows.filter((row) => codes.get(row.id) !== row.code);
    if (changed.length === 0) return { result: { changed: 0 }, audit: [] };
    const list = JSON.stringify(changed.map(({ id }) => ({ id, code: codes.get(id) })));
    // Twice, because codes are unique at every moment: first out of the way, then in place.
    for (const value of [sql`'~' || r.id`, sql`x.code`]) {
      await tx.execute(
        sql`update requirement r set code = ${value}
          from jsonb_to_recordset(${list}::text::jsonb) as x(id uuid, code text)
          where r.id = x.id and r.dossier_id = ${scope.dossierId}`,
      );
    }
    return {
      result: { changed: changed.length },
      audit: changed.map(({ id, code }) => ({
        entity: "requirement",
        entityId: id,
        before: { code },
        after: { code: codes.get(id) },
      })),
    };
  },
});
