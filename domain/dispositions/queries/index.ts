export { answeredReaction, lastRecorded } from "./detail";
export { besideIn, workList } from "./list";
export { ownReasons } from "./reasons";
export { similarReactions } from "./similar";
