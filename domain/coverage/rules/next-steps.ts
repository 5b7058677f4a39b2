import type { Coverage } from "../model";

export const NEXT_STEPS = [
  "addSource",
  "splitSource",
  "continueSplitting",
  "distil",
  "writeRequirement",
  "linkRequirement",
  "export",
] as const;

export type NextStepKind = (typeof NEXT_STEPS)[number];

/** Something to do now. `path` is relative to the dossier's address; `count` is what waits. */
export interface NextStep {
  kind: NextStepKind;
  count: number;
  path: string;
}

/**
 * The next one to three things to do, most upstream first: what is decided early in the way saves
 * work later in it. Export is offered only when nothing else waits and there is something to export.
 */
export function nextSteps(c: Coverage): NextStep[] {
  const steps: NextStep[] = [];
  const add = (kind: NextStepKind, count: number, path: string) => {
    if (count > 0) steps.push({ kind, count, path });
  };
  if (c.sources.total === 0 && c.reactions.total === 0) {
    add("addSource", 1, "bronnen/toevoegen");
  }
  add(
    "continueSplitting",
    Math.max(c.workbench.openSegments, c.workbench.openParts),
    c.workbench.next
      ? `bronnen/${c.workbench.next.sourceId}/splitsen/${c.workbench.next.part}`
      : "bronnen",
  );
  add("splitSource", c.sources.withoutParts, "bronnen");
  add("distil", c.reactions.unused, "verantwoording?lijst=reacties-niet-gecodeerd");
  add(
    "writeRequirement",
    c.coreValues.withoutRequirement,
    "verantwoording?lijst=kernwaarden-zonder-eis",
  );
  add(
    "linkRequirement",
    c.requirements.withoutSource,
    "verantwoording?lijst=eisen-zonder-herkomst",
  );
  if (steps.length === 0 && c.requirements.total > 0) add("export", 1, "publicatie");
  return steps.slice(0, 3);
}
