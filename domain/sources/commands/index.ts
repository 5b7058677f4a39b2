export { importSource } from "./import";
export { quotePassage } from "./quote";
export { type KnownSource, readAgain, receiveSource } from "./receive";
export { removeSource } from "./remove";
