export { coverage } from "./coverage";
export { gapFilters, gaps } from "./gaps";
export { traceOfRequirement } from "./requirement";
export { requirementsOn } from "./resting";
