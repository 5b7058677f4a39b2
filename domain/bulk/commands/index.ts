export {
  checkSpreadsheet,
  importReactions,
  spreadsheetFacts,
  spreadsheetHere,
} from "./import";
export { storeReactions } from "./store";
