export { answeredReaction, lastRecorded } from "./detail";
export { besideIn, workList } from "./list";
