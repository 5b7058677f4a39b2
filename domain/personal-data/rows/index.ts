export {
  dossiersToSearch,
  removeFinds,
  removeFindsAround,
  storeFinds,
  unsearchedVersions,
  unsearchedWritten,
} from "./finds";
export { storeForms, takeSubject } from "./forms";
export {
  heldBackIn,
  keepRelease,
  refuseHeld,
  releaseOf,
  unknownIn,
  withdrawReleases,
  withoutUnknown,
} from "./leaving";
export { keepPlaces, type MovedPlaces, movePlaces, placeForms, replaceEverywhere } from "./places";
