import type { BlockForm } from "@/db/vocabulary";

const HEADING_SIGNS = /^#{1,6}[ \t\u00a0]+/;
const UNDERLINE = /\n[^\S\n]*(?:=+|-+)\s*$/;
/** Bullets are drawn by the style; numbers and ticks carry meaning and stay. */
const BULLET = /^(?:[-*+•·▪◦‣●○∙§Ø➢\uf0b7\uf0a7–—]|o(?=[ \t\u00a0]+[\p{L}\d]))[\s\u00a0]+/u;
const RULE = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+$/;

/** Whether a row is the line below the head of a table. */
export const isRule = (row: string): boolean => RULE.test(row.trim());

/**
 * Where the words of a block stand between the signs that say how it is written (`## `, `- `, a line of `=`).
 * UTF-16 offsets, `to` exclusive.
 */
export function wordsBetweenSigns(text: string, form: BlockForm): { from: number; to: number } {
  const lead = form === "heading" ? HEADING_SIGNS : form === "listItem" ? BULLET : null;
  return {
    from: lead?.exec(text)?.[0].length ?? 0,
    to: (form === "heading" ? UNDERLINE.exec(text)?.index : undefined) ?? text.length,
  };
}
