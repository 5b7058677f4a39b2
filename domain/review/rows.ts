import { and, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { reviewStep } from "@/db/schema";
import type { ApprovalRole, ReviewAct } from "@/db/vocabulary";
import { Conflict, Invalid } from "../kernel/errors";
import { actorAccountId, type MemberScope } from "../kernel/scope";
import { lockedRequirement, standingVersion } from "../requirements/rows";
import type { ReviewStanding } from "./model";

/** How far a requirement is; see the view. Of a dropped one: undefined. */
export async function standingOf(
  db: Database,
  requirementId: string,
): Promise<ReviewStanding | undefined> {
  const [found] = await rowsOf<ReviewStanding>(
    db,
    sql`select state, returned, approved, lapsed from requirement_review
      where requirement_id = ${requirementId}`,
  );
  return found;
}

/** Whether who acts wrote something of the requirement. */
export async function wroteOf(
  db: Database,
  scope: MemberScope,
  requirementId: string,
): Promise<boolean> {
  const [found] = await rowsOf<{ wrote: boolean }>(
    db,
    sql`select exists (select from requirement_author where requirement_id = ${requirementId}
      and account_id = ${actorAccountId(scope.actor)}) as wrote`,
  );
  return found?.wrote ?? false;
}

/**
 * A requirement that somebody judges, locked: in review, not of their own hand, and as the version that they read.
 *
 * @throws NotFound; Invalid `dropped`, `own` or `notSent`; Conflict when it says something else by now.
 */
export async function judgedRequirement(
  tx: Database,
  scope: MemberScope,
  { requirementId, n }: { requirementId: string; n: number },
): Promise<ReviewStanding & { n: number }> {
  const { lockVersion, droppedAt } = await lockedRequirement(tx, scope, requirementId);
  const standing = await standingOf(tx, requirementId);
  if (droppedAt !== null || !standing) throw new Invalid("review.errors.dropped");
  if (await wroteOf(tx, scope, requirementId)) throw new Invalid("review.errors.own");
  if (standing.state === "draft") throw new Invalid("review.errors.notSent");
  if (lockVersion !== n) {
    const [read, now] = [
      await standingVersion(tx, requirementId, n).catch(() => null),
      await standingVersion(tx, requirementId, lockVersion),
    ];
    // Dropped and restored in between: the same words.
    if (read?.fingerprint !== now.fingerprint) throw new Conflict("review.errors.changed");
  }
  return { ...standing, n: lockVersion };
}

interface Said {
  n: number;
  act: ReviewAct;
  roles?: ApprovalRole[];
  note?: string;
  origin?: string;
  takesBack?: number;
}

/** Adds the next step of a requirement that is locked. @returns its number. */
export async function addStep(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
  said: Said,
): Promise<number> {
  const of = and(
    eq(reviewStep.dossierId, scope.dossierId),
    eq(reviewStep.requirementId, requirementId),
  );
  const step = (await tx.$count(reviewStep, of)) + 1;
  await tx.insert(reviewStep).values({
    ...said,
    requirementId,
    step,
    dossierId: scope.dossierId,
    accountId: actorAccountId(scope.actor),
  });
  return step;
}

/** What a requirement comes from now, as one hash. */
export async function originOf(tx: Database, requirementId: string): Promise<string> {
  const [found] = await rowsOf<{ origin: string }>(
    tx,
    sql`select origin from requirement_origin where requirement_id = ${requirementId}`,
  );
  if (!found) throw new Error(`requirement ${requirementId} is gone`);
  return found.origin;
}

/**
 * Requirements that are ready for review: concept, with an origin or a reason for having none, and changed since they were
 * sent back. In the order of the document.
 */
export const readyOnes = sql`select r.id, r.code, r.lock_version as n, r.chapter_id, c.position as chapter, r.position
  from requirement_review w
  join requirement r on r.id = w.requirement_id
  join chapter c on c.id = r.chapter_id
  join requirement_state s on s.requirement_id = r.id
  join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
  where w.state = 'draft' and s.state in ('withSource', 'motivated') and not exists (
    select from live_review_step b
    join requirement_version was on was.requirement_id = b.requirement_id and was.n = b.n
    where b.requirement_id = r.id and b.act = 'returned' and was.fingerprint = v.fingerprint)`;
