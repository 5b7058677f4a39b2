export { adoptEdition, editionToAdopt } from "./adopt";
export { askAdoption, stopAdoption } from "./asked";
export { publishEdition, withdrawEdition } from "./publish";
