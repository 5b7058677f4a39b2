export { ownDrafts } from "./drafts";
export { codesAreFixed, listChapters, listRequirements } from "./lists";
export { getRequirement } from "./requirement";
export { searchForSource } from "./search";
export { getVersion, idFromAddress, listVersions } from "./versions";
