import type { Coverage, Target } from "../model";

export const NEXT_STEPS = [
  "addSource",
  "splitSource",
  "continueSplitting",
  "distil",
  "writeRequirement",
  "linkRequirement",
  "answer",
  "export",
] as const;

export type NextStepKind = (typeof NEXT_STEPS)[number];

/** Something to do now, and where; `count` is what waits. */
export interface NextStep {
  kind: NextStepKind;
  count: number;
  target: Target;
}

/**
 * The next one to three things to do, most upstream first: what is decided early in the way saves
 * work later in it. Export is offered only when nothing else waits and there is something to export.
 */
export function nextSteps(c: Coverage): NextStep[] {
  const steps: NextStep[] = [];
  const add = (kind: NextStepKind, count: number, target: Target) => {
    if (count > 0) steps.push({ kind, count, target });
  };
  if (c.sources.total === 0 && c.reactions.total === 0) {
    add("addSource", 1, { page: "addSource" });
  }
  add(
    "continueSplitting",
    Math.max(c.workbench.openSegments, c.workbench.openParts),
    c.workbench.next
      ? { page: "part", sourceId: c.workbench.next.sourceId, n: c.workbench.next.part }
      : { page: "sources" },
  );
  add("splitSource", c.sources.withoutParts, { page: "sources" });
  add("distil", c.reactions.unused, { page: "gaps", list: "reacties-niet-gecodeerd" });
  add("writeRequirement", c.coreValues.withoutRequirement, {
    page: "gaps",
    list: "kernwaarden-zonder-eis",
  });
  add("linkRequirement", c.requirements.withoutSource, {
    page: "gaps",
    list: "eisen-zonder-herkomst",
  });
  add("answer", c.dispositions.withoutAnswer, { page: "answering" });
  if (steps.length === 0 && c.requirements.total > 0) add("export", 1, { page: "publication" });
  return steps.slice(0, 3);
}
