export { blocksThrough, contextThrough, layerOver, wordsThrough } from "./layer";
