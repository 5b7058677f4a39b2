export { removePicture, setPicture } from "./pictures";
export {
  addStatement,
  changeStatement,
  explainStatement,
  moveStatement,
  putStatement,
  showOutside,
  takeOutStatement,
} from "./words";
