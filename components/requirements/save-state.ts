import type { FormState } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";
import type { WritingFinding } from "./document-data";

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

/** What comes back when words are kept while one writes: what was found in them. */
export type DraftState = FormState & { findings?: WritingFinding[] };
