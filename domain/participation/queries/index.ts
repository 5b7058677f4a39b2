export { reactionFile, reactionFileBytes } from "./files";
export { consultationOverview, consultationPreview } from "./online";
export { stakeholderPage } from "./page";
export {
  consultationPage,
  consultationPicture,
  othersReactions,
  ownAnswers,
  ownReceipt,
  ownRestedOn,
} from "./participant";
