export { comparableText, decodeUpload, normalise } from "./decode";
export { PAGE_WEIGHT, pageOfBlock, paperPage } from "./pages";
