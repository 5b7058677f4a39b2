export { importSource } from "./import";
export { quotePassage } from "./quote";
export { readAgain, receiveSource } from "./receive";
export { removeSource } from "./remove";
