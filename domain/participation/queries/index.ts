export { consultationOverview, consultationPreview } from "./online";
export { stakeholderPage } from "./page";
export { consultationPage, othersReactions, ownAnswers } from "./participant";
