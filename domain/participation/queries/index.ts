export { reactionFile, reactionFileBytes } from "./files";
export { followed, mayFollow } from "./follow";
export { consultationOverview, consultationPreview } from "./online";
export { stakeholderPage } from "./page";
export {
  closedResults,
  consultationPage,
  consultationPicture,
  othersReactions,
  ownAnswers,
  ownReceipt,
  ownRestedOn,
} from "./participant";
