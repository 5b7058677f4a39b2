export { answeredReaction, lastRecorded } from "./detail";
export { besideIn, workList } from "./list";
export { similarReactions } from "./similar";
