export { codingsOf, getCoreValue } from "./detail";
export { coreValueOptions, listCoreValues } from "./list";
export { chosenWords } from "./selection";
