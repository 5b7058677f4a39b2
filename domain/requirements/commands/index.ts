export { carryWords, uncarryWords } from "./carrying";
export {
  addChapter,
  addStandardChapters,
  changeChapter,
  moveChapter,
  removeChapter,
} from "./chapters";
export { draftRequirement } from "./drafts";
export { linkRequirement, linkWords, setNoSourceReason, unlinkRequirement } from "./links";
export { moveRequirement, moveRequirements, renumberRequirements } from "./order";
export {
  addRequirement,
  changeFields,
  dropRequirement,
  restoreRequirement,
  saveRequirement,
} from "./requirements";
