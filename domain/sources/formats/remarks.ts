import { says } from "@/domain/kernel/errors";
import type { Remark } from "./model";

/** Of words that are shown in a remark. */
const MAX_SHOWN = 200;

/** What was left out of a text because nobody sees it there, with its first words. */
export function hiddenRemark(hidden: string): Remark[] {
  const words = shortened(hidden);
  return words === "" ? [] : [{ key: says("sources.remarks.hidden"), params: { words } }];
}

export function picturesRemark(count: number): Remark[] {
  return count === 0 ? [] : [{ key: says("sources.remarks.pictures"), params: { count } }];
}

/** Words on one line, no longer than a remark has room for. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1).trimEnd()}…`;
}
