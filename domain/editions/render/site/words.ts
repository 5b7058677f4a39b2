import { allowedHref } from "../../../text/rich-link";
import type { BlockNode, Body, InlineNode, TextMark } from "../../../text/rich-text";
import { inlineMarkup } from "../../../text/rules";
import { REMOVED } from "../../rules/reading";
import { type Html, html, type Part } from "./html";

/** A stretch of a text that looks different, in UTF-16 units of it. */
export interface Marked {
  start: number;
  end: number;
  mark: "answered" | "coreValue" | "requirement" | "quote";
}

/**
 * The words of a text as it stands in the edition, with its stress, and with a box around what says that something was
 * removed there. Where marks overlap, the later one in the list is seen.
 */
export function said(text: string, marks: readonly Marked[] = []): Html {
  const removed = [...text.matchAll(REMOVED)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const tokens = inlineMarkup(text);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...removed, ...tokens, ...marks]) {
    for (const at of [start, end]) if (at > 0 && at < text.length) cuts.add(at);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: { mark: Marked["mark"] | undefined; part: Part }[] = [];
  let token = 0;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    while ((tokens[token]?.end ?? end) <= start) token++;
    const looks = tokens[token];
    if (looks?.type === "marker") continue;
    const words = text.slice(start, end);
    const gone = removed.some((one) => one.start <= start && end <= one.end);
    let part: Part = gone ? html`<span class="removed">${words}</span>` : words;
    if (looks?.strike) part = html`<s>${part}</s>`;
    if (looks?.em) part = html`<em>${part}</em>`;
    if (looks?.strong) part = html`<strong>${part}</strong>`;
    const mark = marks.findLast((one) => one.start <= start && end <= one.end)?.mark;
    const last = pieces.at(-1);
    // Neighbours with the same mark are one: a line under them has no gap.
    if (last && last.mark === mark) last.part = [last.part, part];
    else pieces.push({ mark, part });
  }
  return html`${pieces.map(({ mark, part }) => (mark ? html`<mark class="${mark}">${part}</mark>` : part))}`;
}

/** The text of a requirement: paragraphs, lists and what stands out in them. */
export function bodyHtml(body: Body): Html {
  return html`${body.content.map(blockHtml)}`;
}

function blockHtml(node: BlockNode): Html {
  if (node.type === "paragraph") return html`<p>${(node.content ?? []).map(inlineHtml)}</p>`;
  const items = node.content.map(({ content }) => html`<li>${content.map(blockHtml)}</li>`);
  if (node.type === "bulletList") return html`<ul>${items}</ul>`;
  const { start = 1, type } = node.attrs ?? {};
  return html`<ol start="${start}"${type ? html` type="${type}"` : null}>${items}</ol>`;
}

function inlineHtml(node: InlineNode): Html {
  if (node.type === "hardBreak") return html`<br>`;
  return (node.marks ?? []).reduce(markHtml, html`${node.text}`);
}

function markHtml(inner: Html, mark: TextMark): Html {
  switch (mark.type) {
    case "bold":
      return html`<strong>${inner}</strong>`;
    case "italic":
      return html`<em>${inner}</em>`;
    case "subscript":
      return html`<sub>${inner}</sub>`;
    case "superscript":
      return html`<sup>${inner}</sup>`;
    case "link": {
      // An edition is read as it was stored: an address of before a rule is words and no link.
      const href = allowedHref(mark.attrs.href);
      return href ? html`<a href="${href}" rel="noreferrer">${inner}</a>` : inner;
    }
  }
}

/** Words without formatting, a paragraph per line. */
export function linesHtml(text: string): Html {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return html`${lines.map((line) => html`<p>${said(line)}</p>`)}`;
}
