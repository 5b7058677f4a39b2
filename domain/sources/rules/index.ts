export { decodeUpload, normalise } from "./decode";
