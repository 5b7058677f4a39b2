import type { Paper, PaperKind, PaperSource, PaperText } from "../model";
import { pvePaper } from "./pve";
import { reactienotaPaper } from "./reactienota";

const MAKERS: Record<PaperKind, (source: PaperSource, text: PaperText) => Paper> = {
  pve: pvePaper,
  reactienota: reactienotaPaper,
};

/** A paper of an edition. The same edition and the same words give the same paper. */
export function paperOf(kind: PaperKind, source: PaperSource, text: PaperText): Paper {
  return MAKERS[kind](source, text);
}

export { tableOf } from "./table";
