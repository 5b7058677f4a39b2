export { ownPage } from "./attendee";
export { correctedBlocks, roundOf } from "./round";
