export { confirmPart } from "./confirm";
export { changeSegments, editPart, undoChange } from "./segments";
