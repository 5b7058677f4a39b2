export { addUploads } from "./add";
export { chooseReading, readDraftAgain, stopReading } from "./choose";
export { receiveUpload } from "./receive";
export { addPiece, dropAll, dropUpload, finishUpload, startUpload } from "./send";
