export { flowOf, wayThrough } from "./flow";
export { type FlowLayout, layoutFlow, type PlacedBand, type PlacedNode, wrapWords } from "./layout";
