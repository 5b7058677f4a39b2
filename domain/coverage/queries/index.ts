export { coverage } from "./coverage";
export { gapFilters, gaps } from "./gaps";
