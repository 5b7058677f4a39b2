export { numbers } from "./all";
export { firstGaps, gapFilters, gaps } from "./gaps";
export { coverage, reactionNumbers, requirementNumbers } from "./numbers";
