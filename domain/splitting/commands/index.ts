export { confirmPart } from "./confirm";
export { dismissReactions, recutReactions } from "./recut";
export { reopenPart } from "./reopen";
export { changeSegments, editPart, undoChange } from "./segments";
