export {
  type Cut,
  cutOfReaction,
  type Reopening,
  reactionsMade,
  reopening,
  segmentLeftOut,
} from "./after";
export {
  type ConfirmationPreview,
  type ConfirmedPart,
  confirmedPart,
  neighboursOf,
  openWorkbench,
  type PartSummary,
  partsOfSource,
  previewConfirmation,
  type SourceParts,
  type StatementMatch,
  type Workbench,
  type WorkbenchQuery,
} from "./workbench";
