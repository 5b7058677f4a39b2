export { requirementsOnSource, requirementsOnSources } from "./of-source";
export { traceOfRequirement } from "./requirement";
export { restsOn } from "./rests-on";
export { quotedStretches } from "./stretches";
export { suspectAmong, suspectSums } from "./suspect";
export { traceTotals } from "./totals";
