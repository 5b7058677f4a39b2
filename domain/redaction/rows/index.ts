export { wasSearched } from "./decided";
export { blocksThrough, contextThrough, layerOver, wordsThrough } from "./layer";
export { titlesThrough } from "./titles";
