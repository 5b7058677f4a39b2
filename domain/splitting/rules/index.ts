export { toDryRunReport } from "@/domain/splitting/rules/dry-run";
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
} from "@/domain/splitting/rules/edit";
export { proposeSplit } from "@/domain/splitting/rules/propose";
export { quoteRange } from "@/domain/splitting/rules/quote";
export { sameStatement } from "@/domain/splitting/rules/statements";
