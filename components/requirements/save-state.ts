import type { FormState } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";

/** The words of a requirement as two people compare them. */
export interface ComparedWords {
  title: string;
  kind: RequirementKind;
  bodyText: string;
  explanation: string;
  evidence: string;
  verification: string;
  score: string;
  weight: string;
}

/** What the form gets back when somebody else saved in between: both texts. */
export interface SaveConflict {
  /** The version that stands now. */
  n: number;
  author: string | null;
  /** Moment in words. */
  moment: string;
  reason: string;
  theirs: ComparedWords;
  mine: ComparedWords;
}

export type SaveState = FormState & { conflict?: SaveConflict };

export function conflictIn(state: FormState): SaveConflict | undefined {
  return (state as SaveState).conflict;
}
