export { traceOfRequirement } from "./requirement";
export { requirementsOn } from "./resting";
export { restsOn } from "./rests-on";
export { quotedStretches } from "./stretches";
