export { codingsOf, getCoreValue } from "./detail";
export { coreValueOptions, listCoreValues } from "./list";
export { chosenWords } from "./selection";
export { suggestedCoreValues } from "./suggest";
