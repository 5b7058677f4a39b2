export { checkLines, comparableText, decodeUpload, normalise } from "./decode";
export { titleOfFile } from "./title";
