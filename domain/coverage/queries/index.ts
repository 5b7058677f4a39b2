export { numbers } from "./all";
export { gapFilters, gaps } from "./gaps";
export { coverage, reactionNumbers, requirementNumbers } from "./numbers";
