export { moderationLog, publishedLog } from "./log";
export { dividedReaction, divisibleReaction } from "./parts";
export { heldReaction, moderatedReaction, moderationQueue } from "./queue";
export { samenessOf } from "./same";
