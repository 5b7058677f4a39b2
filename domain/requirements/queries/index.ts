export { ownDrafts } from "./drafts";
export { listChapters, listRequirements } from "./lists";
export { getRequirement } from "./requirement";
export { searchForSource } from "./search";
export { getVersion, idFromAddress, listVersions } from "./versions";
