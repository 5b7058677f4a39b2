export {
  accept,
  changeKind,
  joinWithNext,
  markIrrelevant,
  moveToStatement,
  type Progress,
  progress,
  renumber,
  splitAt,
  toSegment,
} from "./edit";
