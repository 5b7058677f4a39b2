import { z } from "zod";
import type { RequirementKind } from "@/db/vocabulary";
import type { RuleId, Severity } from "../checking/model";
import { requiredText, uuid } from "../kernel/fields";
import type { Paged } from "../kernel/paging";

/** Requirements with findings on a page of the list. */
export const FINDING_PAGE_SIZE = 25;

const sha256 = z.string().regex(/^[\da-f]{64}$/);

export const ignoredRequirementFinding = z.object({
  requirementId: uuid,
  finding: sha256,
  reason: requiredText(500),
});
export const ignoredStatementFinding = z.object({
  statementId: uuid,
  finding: sha256,
  reason: requiredText(500),
});
export const shownAgain = z.object({ ignoredId: uuid });

/** Who let a finding stand, and why. */
export interface Ignored {
  id: string;
  reason: string;
  by: string | null;
  at: string;
}

/** A finding as it is shown. */
export interface ShownFinding {
  rule: RuleId;
  severity: Severity;
  /** What its sentence is filled in with: the words it is about, and another requirement by its code. */
  params: { words: string; other: string };
  /** SHA-256 of the rule and what it is about: the same as long as those are. */
  sha256: string;
  ignored: Ignored | null;
}

/**
 * A piece of a text, with the places in `findings` of those that mark it. Made like a piece of text with marks, so that a
 * name that lies over two of them is replaced as one.
 */
export interface CheckedPiece {
  type: "text";
  text: string;
  marks: number[];
}

export interface CheckedText {
  /** The text in its order, cut where a finding begins or ends. Ignored ones mark nothing. */
  pieces: CheckedPiece[];
  findings: ShownFinding[];
}

export interface CheckedRequirement extends CheckedText {
  id: string;
  code: string;
  title: string;
}

/** What of a document is shown. */
export interface FindingFilter {
  severity?: Severity;
  rule?: RuleId;
  /** Those of fields that are empty, in place of those of words: most requirements begin with some. */
  fields?: boolean;
  /** Those that were let stand, in place of the others. */
  ignored?: boolean;
  page?: number;
}

export interface FindingSums {
  /** Requirements that were checked: those that stand. */
  requirements: number;
  /** Open findings of words by how bad they are. */
  open: Record<Severity, number>;
  /** Open findings of fields that are empty. */
  fields: number;
  ignored: number;
  /** Open findings of words by rule, the most first. */
  rules: { rule: RuleId; count: number }[];
}

export interface FindingPage extends Paged<CheckedRequirement> {
  sums: FindingSums;
}

/** What of a requirement is checked. */
export interface TextToCheck {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  text: string;
  evidence: string;
  verification: string;
  withoutSource: boolean;
}
