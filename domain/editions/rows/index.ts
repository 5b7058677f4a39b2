export { adoptionToDo, finishAdoption, isTheirs, lockAdoption } from "./adoption";
export {
  dossiersToCompare,
  keepComparison,
  keptComparison,
  keptInShort,
} from "./comparison";
export { contentOf } from "./content";
export {
  addAct,
  consultationsAnswered,
  keepEdition,
  logOf,
  nextPlaces,
  refusalOf,
  standingEdition,
  standingInWay,
  wroteAny,
} from "./edition";
