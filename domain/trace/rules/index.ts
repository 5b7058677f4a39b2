export { anchorsOf, type Cluster, clustersOf } from "./clusters";
export { countOfList, firstList, gapCount, type Sum, wrongSums } from "./coverage";
export { type NextStep, type NextStepKind, nextSteps } from "./next-steps";
