export { lastDecision, nextOpen } from "./order";
export { getSubject, placesOfSubject, readByOthers } from "./subject";
export { countOpen, subjectList } from "./subjects";
