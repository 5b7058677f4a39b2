export { decodeUpload, normalise, textKeyOf } from "./decode";
