export { addUploads } from "./add";
export { chooseColumns, chooseReading, readDraftAgain, stopReading } from "./choose";
export { pasteText } from "./paste";
export { addReactions } from "./reactions";
export { receiveUpload } from "./receive";
export { addPiece, dropAll, dropUpload, finishUpload, startUpload } from "./send";
