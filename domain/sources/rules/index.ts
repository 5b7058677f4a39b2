export { checkLines, comparableText, decodeUpload, normalise } from "./decode";
export { PAGE_WEIGHT, pageOfBlock, paperPage } from "./pages";
export { titleOfFile } from "./title";
