export { attachFile, removeFile } from "./files";
export {
  changeOnline,
  copyOnline,
  endOnline,
  openOnline,
  prepareOnline,
  thankOnline,
} from "./online";
export { changeShownDetails, closeStakeholderPage, openStakeholderPage } from "./page";
export { beginReacting, chooseGroup, saveDrafts } from "./react";
export { mailReceipt } from "./receipt";
export { removeParticipant, viewParticipant } from "./request";
export { sendAnswers } from "./send";
export { wipeConsultation } from "./wipe";
export { withdrawAnswers } from "./withdraw";
