export { type NextStep, type NextStepKind, nextSteps } from "./next-steps";
export { countOfList, firstList, gapCount, type Sum, wrongSums } from "./sums";
