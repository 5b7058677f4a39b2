export {
  checkLines,
  comparableText,
  decodeText,
  decodeUpload,
  normalise,
  officeSigns,
  storedText,
} from "./decode";
export { PAGE_WEIGHT, pageOfBlock, paperPage } from "./pages";
export { titleOfFile } from "./title";
