export { wasSearched } from "./decided";
export { blocksThrough, contextThrough, layerOver, wordsThrough } from "./layer";
export { saidOutside } from "./outside";
