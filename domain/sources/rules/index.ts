export {
  checkLines,
  comparableText,
  decodeText,
  decodeUpload,
  normalise,
  officeSigns,
  storedText,
} from "./decode";
export {
  PAGE_WEIGHT,
  type PaperRange,
  PRINT_WEIGHT,
  pageOfBlock,
  paperPage,
  paperRange,
  weightOf,
} from "./pages";
export { textFile, titleOfFile } from "./title";
