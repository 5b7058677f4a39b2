export { listBlocks, pageOfBlock, pageOfPlace, searchBlocks } from "./blocks";
export { passagesWithContext, passageWithContext, wordsInContext } from "./passages";
export {
  getSource,
  listSources,
  managedSource,
  managedSources,
  originalFile,
  receivedSource,
} from "./sources";
