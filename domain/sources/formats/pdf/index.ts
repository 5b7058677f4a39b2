export { convertPdf } from "./convert";
