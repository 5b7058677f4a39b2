export { adoptVersion, decideLocation, undecideLocation } from "./decide";
export { importSource } from "./import";
export { destroyOriginal, keepOriginal } from "./originals";
export { quotePassage } from "./quote";
export { readAgain, receiveSource } from "./receive";
export { reviseSource } from "./revise";
