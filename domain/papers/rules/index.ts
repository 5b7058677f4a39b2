import type { Paper, PaperKind, PaperSource, PaperText } from "../model";
import { changesPaper } from "./changes";
import { matrixPaper } from "./matrix";
import { pvePaper } from "./pve";
import { reactienotaPaper } from "./reactienota";
import { reportPaper } from "./report";

const MAKERS: Record<PaperKind, (source: PaperSource, text: PaperText) => Paper> = {
  pve: pvePaper,
  reactienota: reactienotaPaper,
  verslag: reportPaper,
  matrix: matrixPaper,
  wijzigingen: changesPaper,
};

/** A paper of an edition. The same edition and the same words give the same paper. */
export function paperOf(kind: PaperKind, source: PaperSource, text: PaperText): Paper {
  return MAKERS[kind](source, text);
}

export { tableOf } from "./table";
