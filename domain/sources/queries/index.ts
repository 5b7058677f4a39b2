export {
  blocksToPrint,
  contentsOf,
  listBlocks,
  pageOfPlace,
  paperOf,
  passagesAround,
} from "./blocks";
export { hitPlace, hitsOnPage, searchBlocks } from "./hits";
export { listSources } from "./list";
export { passagesWithContext, passageWithContext, wordsInContext } from "./passages";
export {
  getSource,
  managedSource,
  managedSources,
  originalFile,
  receivedSource,
} from "./sources";
export {
  changesIn,
  placeBesides,
  placeOfPassage,
  placesIn,
  versionsOf,
  versionText,
} from "./versions";
