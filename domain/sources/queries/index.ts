export { listBlocks, pageOfBlock, pageOfPlace, searchBlocks } from "./blocks";
export { listSources } from "./list";
export { passagesWithContext, passageWithContext, wordsInContext } from "./passages";
export {
  getSource,
  managedSource,
  managedSources,
  originalFile,
  receivedSource,
} from "./sources";
