export { coverage } from "./coverage";
export { gapFilters, gaps } from "./gaps";
export { DIRECT, traceOfRequirement } from "./requirement";
export { requirementsOn } from "./resting";
export { searchEverything } from "./search";
