export { numbers } from "./all";
export { firstGaps, gapFilters, gaps } from "./gaps";
export { coverage, dispositionNumbers, reactionNumbers, requirementNumbers } from "./numbers";
