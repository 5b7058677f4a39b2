export { comparableText, decodeUpload, normalise } from "./decode";
