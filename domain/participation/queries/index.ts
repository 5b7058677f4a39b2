export { consultationOverview, consultationPreview } from "./online";
export { stakeholderPage } from "./page";
export { consultationPage, othersReactions, ownAnswers, ownRestedOn } from "./participant";
