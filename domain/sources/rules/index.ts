export {
  comparableText,
  decodeText,
  decodeUpload,
  normalise,
  officeSigns,
  storedText,
} from "./decode";
