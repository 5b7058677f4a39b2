import type { RequirementTrace } from "@/domain/trace/model";

/** What `eis.json` answers: where a requirement comes from, the first words of each way. */
export type RequirementData = RequirementTrace;

/** A requirement as the margin and the keys know it. */
export interface DocumentRow {
  id: string;
  code: string;
  title: string;
}
