import type { RequirementContent, RequirementDraft } from "@/domain/requirements/model";
import type { RequirementTrace } from "@/domain/trace/model";

/** What is written on: the version that stands, and what one was writing already. */
export interface Standing extends RequirementContent {
  /** Number of the version. */
  n: number;
  draft: RequirementDraft | null;
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
