export { addSubject } from "./add";
export { decideSubject, keepFinds, reopenSubject, searchLeaving } from "./decide";
export { decideSubjects, reopenSubjects } from "./several";
export { noteNamesShown } from "./shown";
export { mergeSubjects, partForm } from "./who";
