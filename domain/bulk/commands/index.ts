export { checkSpreadsheet, importReactions, spreadsheetFacts } from "./import";
export { storeReactions } from "./store";
