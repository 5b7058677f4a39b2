export {
  type Cut,
  cutOfReaction,
  type Reopening,
  reactionsMade,
  reopening,
  segmentLeftOut,
} from "./after";
export { confirmedPart, previewConfirmation } from "./confirmation";
export { partsOfSource } from "./parts";
export { chaptersOf, neighboursOf, openWorkbench } from "./workbench";
