export { editionChanges } from "./changes";
export {
  adoptionOf,
  contentToFreeze,
  editionPreview,
  listEditions,
  takesLong,
  toldOfEdition,
} from "./dossier";
export { feedbackOn } from "./feedback";
export {
  editionBodies,
  editionPage,
  editionThings,
  groupsHeard,
  type PartFilter,
  type PublicEdition,
  publicEdition,
} from "./public";
export { changesView, sitePages, siteView } from "./site";
