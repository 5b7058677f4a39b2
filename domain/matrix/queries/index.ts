export { matrix, matrixCell } from "./page";
export { matrixSheets } from "./sheets";
