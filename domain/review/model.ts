import { z } from "zod";
import type { ApprovalRole, RequirementKind, ReviewAct, ReviewState } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { lockVersion, optionalText, requiredText, uuid } from "../kernel/fields";
import type { Paged } from "../kernel/paging";

/** Requirements on a page of the reviewer's list. */
export const REVIEW_PAGE_SIZE = 50;
/** How many requirements are sent to review at one time. */
export const MAX_SENT = 200;
/** Longest note, in UTF-16 units. */
export const MAX_NOTE = 2_000;

/** One requirement; a chapter, of which what is ready; or (`all`) what is ready of the document. */
export const sentToReview = z.union([
  z.object({ requirementId: uuid }),
  z.object({
    chapterId: z.union([z.literal("all"), uuid], says("errors.field.choose")),
  }),
]);

/** What is judged: the requirement, as the version that was read. */
const judged = { requirementId: uuid, n: lockVersion };
export const judgement = z.object({ ...judged, note: optionalText(MAX_NOTE) });
export const sentBack = z.object({ ...judged, note: requiredText(MAX_NOTE) });
export const takenBackStep = z.object({
  requirementId: uuid,
  step: z.coerce.number(says("errors.field.invalid")).int().min(1).max(1_000_000),
});

/**
 * Why a requirement is in somebody's list: it was sent back to its writers; what they approved was changed; their approval is
 * asked; its origin was checked by nobody; or they wrote of it themselves, so that another approves.
 */
export const WAITS = ["returned", "lapsed", "approval", "origin", "own"] as const;
export type Waits = (typeof WAITS)[number];

/** How far a requirement is. */
export interface ReviewStanding {
  state: ReviewState;
  /** It was sent back, and not sent to review again. */
  returned: boolean;
  /** Roles in which what it says now is approved, from 0 to 3. */
  approved: number;
  /** Roles in which something else was approved. */
  lapsed: number;
}

/** A requirement in the list of what waits for somebody. */
export interface WaitingRow {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  why: Waits;
  /** Roles in which they approve and in which it is not approved. */
  roles: ApprovalRole[];
}

export interface WaitingPage extends Paged<WaitingRow> {
  counts: Record<Waits, number>;
  /** In review, and nothing of it waits for them. */
  done: number;
  /** Those before and after the one that is read, over the whole list. */
  previous: string | null;
  next: string | null;
}

/** An approval in one role. */
export interface RoleApproval {
  role: ApprovalRole;
  /** The last one in this role that holds, else the last one; null when there never was one. */
  given: { by: string | null; at: string; n: number; note: string; holds: boolean } | null;
}

/** A step as it is told. */
export interface ReviewLine {
  step: number;
  act: ReviewAct;
  n: number;
  roles: ApprovalRole[];
  note: string;
  by: string | null;
  at: string;
  takenBack: boolean;
}

/** How far a requirement is, and what somebody may do about it. */
export interface RequirementReview extends ReviewStanding {
  requirementId: string;
  /** The version that stands. */
  n: number;
  approvals: RoleApproval[];
  /** Why it was sent back, while it is. */
  remark: ReviewLine | null;
  /** That its origin was checked, as it is now. */
  check: ReviewLine | null;
  /** All that was done, the newest first. */
  steps: ReviewLine[];
  mine: {
    /** They wrote of it, so another judges it. */
    wrote: boolean;
    /** Roles in which they may approve it now. */
    roles: ApprovalRole[];
    /** They may send it back. */
    mayReturn: boolean;
    mayCheck: boolean;
    /** Their last step, when it can be taken back. */
    undo: number | null;
    /** The version that they approved last, when it is not the same as what stands. */
    lapsedFrom: number | null;
  };
}

/** Requirements of a chapter that are ready to be sent to review. */
export interface ReadyChapter {
  id: string;
  number: number;
  title: string;
  ready: number;
}

/** A requirement that is not adopted, and the roles that have not approved it. */
export interface MissingApproval {
  id: string;
  code: string;
  title: string;
  state: ReviewState;
  missing: ApprovalRole[];
}
