import type { BlockForm } from "@/db/vocabulary";
import { storable } from "../../kernel/fields";
import type { BlockRow } from "../../sources/model";
import { inlineMarkup } from "../../text/rules";
import { isRule, wordsBetweenSigns } from "../../text/signs";
import { MAX_CORRECTION } from "../model";

type Block = Pick<BlockRow, "text" | "form">;

/** The words of a block, to type other ones: without the signs that say how it is written. */
export function wordsOf({ text, form }: Block): string {
  const { from, to } = wordsBetweenSigns(text, form);
  return text.slice(from, to);
}

/**
 * A block with other words between its signs; whoever typed the signs too does not get them twice. The same
 * as the block when the words are those that stand there.
 */
export function withWords(block: Block, typed: string): string {
  const { text, form } = block;
  const words = storable(typed).trim();
  if (words === storable(wordsOf(block)).trim() || words === storable(text).trim()) return text;
  const { from, to } = wordsBetweenSigns(text, form);
  const lead = text.slice(0, from);
  return `${lead}${lead && words.startsWith(lead) ? words.slice(from) : words}${text.slice(to)}`;
}

/**
 * The words of a block and other ones for it, to show beside each other: without the signs of emphasis, unless
 * nothing else differs.
 */
export function comparedWords(block: Block, text: string): [before: string, after: string] {
  const both: [string, string] = [wordsOf(block), wordsOf({ text, form: block.form })];
  const [before, after] = both.map(unstressed) as [string, string];
  return before === after ? both : [before, after];
}

const unstressed = (text: string): string =>
  inlineMarkup(text)
    .filter(({ type }) => type === "text")
    .map(({ start, end }) => text.slice(start, end))
    .join("");

/** Whether other words for a block must stand on one line: more would break a heading or a table. */
export const isOneLine = (form: BlockForm): boolean => form === "heading" || form === "tableRow";

/** Whether something can be proposed for a block here. */
export function isCorrectable({ text }: Pick<Block, "text">): boolean {
  return !isRule(text) && text.length <= MAX_CORRECTION;
}

/**
 * The text of a version with other words for some of its blocks; null takes a block out, with the white space
 * before it.
 */
export function correctedText(
  blocks: readonly Pick<BlockRow, "n" | "before" | "text">[],
  trailing: string,
  changes: ReadonlyMap<number, string | null>,
): string {
  const text = blocks
    .map(({ n, before, text }) => {
      const now = changes.has(n) ? (changes.get(n) ?? null) : text;
      return now === null ? "" : before + now;
    })
    .join("");
  // What comes first now had white space before it.
  return (blocks[0] && changes.get(blocks[0].n) === null ? text.trimStart() : text) + trailing;
}
