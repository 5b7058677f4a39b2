export { getReaction } from "./detail";
export { filterOptions, reactionOptions } from "./options";
export { searchReactions } from "./search";
