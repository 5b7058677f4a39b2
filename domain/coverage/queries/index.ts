export { numbers } from "./all";
export { firstGaps, gapFilters, gaps } from "./gaps";
export {
  coverage,
  dispositionNumbers,
  groupNumbers,
  reactionNumbers,
  requirementNumbers,
  reviewNumbers,
} from "./numbers";
