export { brokenRequirements, heldBack, specificationDocument } from "./document";
export { readiness } from "./readiness";
