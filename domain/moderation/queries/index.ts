export { moderationLog, publishedLog } from "./log";
export { heldReaction, moderatedReaction, moderationQueue } from "./queue";
