export { listChapters, listRequirements } from "./lists";
export { getRequirement } from "./requirement";
export { searchForSource } from "./search";
export {
  type SpecificationPart,
  type SpecificationRequirement,
  specification,
} from "./specification";
export { getVersion, idFromAddress, listVersions } from "./versions";
