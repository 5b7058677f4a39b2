export { type FirstChange, firstChange, withChain } from "./compare";
export { type Frozen, type FrozenPart, frozen } from "./frozen";
export { markedThing, sectionSum } from "./marks";
export { type EditionPlace, numberOf, placeOfNumber } from "./numbers";
export { quotedIn } from "./quoted";
export { type RewrittenText, rewritten } from "./text";
export { firstDifference, verifyEdition } from "./verify";
