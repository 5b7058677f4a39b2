export { requirementsOnSource, requirementsOnSources } from "./of-source";
export { traceOfRequirement } from "./requirement";
export { restsOn } from "./rests-on";
export { codesOfPassages, quotedStretches } from "./stretches";
export { suspectAmong, suspectRequirements, suspectSums } from "./suspect";
export { traceTotals } from "./totals";
