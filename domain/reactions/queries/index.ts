export { getReaction } from "./detail";
export { reactionOptions } from "./options";
export { searchReactions } from "./search";
