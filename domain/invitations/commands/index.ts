export { addInvited } from "./add";
export { printLetters } from "./print";
export { remindInvited, sendInvitations, sendTrial } from "./send";
export { queueInvited, tendInvited } from "./tend";
export { withdrawInvited } from "./withdraw";
