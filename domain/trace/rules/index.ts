export { anchorsOf, type Cluster, clustersOf } from "./clusters";
export { tidyAfter, tidyBefore } from "./context";
export { countOfList, firstList, gapCount, type Sum, sumsOf, wrongSums } from "./coverage";
export {
  firstHit,
  HIT_START,
  HIT_STOP,
  markedText,
  numberInCode,
  searchWords,
  snippetOf,
  splitFirstLine,
  unmarked,
} from "./hits";
export { NEXT_STEPS, type NextStep, type NextStepKind, nextSteps } from "./next-steps";
