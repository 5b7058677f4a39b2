export { addSubject } from "./add";
export { decideSubject, keepFinds, reopenSubject } from "./decide";
export { addedOutside, searchLeaving } from "./leaving";
export { decideSubjects, reopenSubjects } from "./several";
export { noteNamesShown } from "./shown";
export { mergeSubjects, partForm } from "./who";
