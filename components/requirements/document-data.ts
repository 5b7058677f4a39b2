import type { Severity } from "@/domain/checking/model";
import type { RequirementContent, RequirementDraft } from "@/domain/requirements/model";
import type { RequirementTrace } from "@/domain/trace/model";

/** What is written on: the version that stands, and what one was writing already. */
export interface Standing extends RequirementContent {
  /** Number of the version. */
  n: number;
  draft: RequirementDraft | null;
  /** What was found in the words that one begins with. */
  findings: WritingFinding[];
}

/** A finding in words that are being written, in the language of who writes. */
export interface WritingFinding {
  severity: Severity;
  /** "Let op". */
  level: string;
  /** What is wrong, and how it could read. */
  what: string;
  better: string;
}

/** What `eis.json` answers. */
export interface RequirementData {
  /** Where the requirement comes from, the first words of each way. */
  trace: RequirementTrace;
  /** Null for who may not write it. */
  standing: Standing | null;
}

/** A requirement as the margin and the keys know it. */
export interface DocumentRow {
  id: string;
  code: string;
  title: string;
}
