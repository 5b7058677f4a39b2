import { Html, html, type Part } from "../../../editions/render/site/html";
import { outcomeShape, type Step, stepShape } from "../../../editions/render/site/icons";
import { bodyHtml } from "../../../editions/render/site/words";
import type {
  Block,
  Cell,
  HeadingBlock,
  Inline,
  Line,
  Paper,
  Shape,
  TableBlock,
} from "../../model";
import { PAPER_STYLE } from "./style";

/**
 * A paper as one page of HTML that stands by itself: no scripts, nothing from elsewhere. It reads with a keyboard and aloud: real
 * headings, lists and tables with header cells, and a contents list that leads to its parts.
 */
export function paperHtml(paper: Paper): string {
  const { cover, footer } = paper;
  const page = html`<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${paper.title}</title><style>${new Html(PAPER_STYLE)}</style></head>
<body><header class="cover"><p class="sender">${paper.sender}</p>
${paper.concept ? html`<p class="concept">${paper.concept}</p>` : null}
<p class="kind">${cover.kind}</p><h1>${cover.title}</h1>
${cover.lead ? html`<p class="lead">${cover.lead}</p>` : null}
<ul class="figures">${cover.figures.map(({ shape, text }) => html`<li>${shapeOf(shape)}${text}</li>`)}</ul>
<p>${cover.note}</p>
<dl class="facts">${cover.facts.map(factRow)}</dl></header>
<nav aria-labelledby="inhoud"><h2 id="inhoud">${paper.contents}</h2><ol class="contents">${headingsOf(paper).map(contentsItem)}</ol></nav>
<main>${paper.blocks.map(blockHtml)}</main>
<footer><span>${footer.edition}</span><span>${footer.mark}</span></footer></body></html>
`;
  return page.text;
}

function headingsOf({ blocks }: Paper): HeadingBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block];
    return "heading" in block ? [block.heading] : [];
  });
}

function contentsItem({ level, id, number, text }: HeadingBlock): Html {
  return html`<li class="level-${level}">${number ? html`<span class="number">${number}</span> ` : null}<a href="#${id}">${lineHtml(text, false)}</a></li>`;
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case "heading":
      return headingHtml(block);
    case "text":
      return html`<div class="${block.look}">${paragraphs(block.lines)}</div>`;
    case "requirement":
      return html`<section class="requirement">${headingHtml(block.heading)}<p class="label">${block.label}</p>
${block.notes.map((note) => html`<p class="label">${note}</p>`)}<div class="body">${block.body ? bodyHtml(block.body) : paragraphs(block.lines)}</div>
<dl class="facts">${block.facts.map(factRow)}</dl></section>`;
    case "tally":
      return html`<div class="tally"><p><b>${block.lead}</b></p><ul>${block.items.map(({ shape, count, word }) => html`<li>${shape ? shapeOf(shape) : null}<b>${count}</b> ${word}</li>`)}</ul></div>`;
    case "card":
      return html`<div class="card">${headingHtml(block.heading)}${block.right ? html`<p>${block.right}</p>` : null}${paragraphs(block.lines)}</div>`;
    case "table":
      return tableHtml(block);
  }
}

function headingHtml({ level, id, number, text, over }: HeadingBlock): Html {
  const inside = html`${number ? html`<span class="number">${number}</span> ` : null}${lineHtml(text, false)}`;
  const above = over ? html`<p class="over">${over}</p>` : null;
  return level === 1
    ? html`${above}<h2 id="${id}">${inside}</h2>`
    : html`${above}<h3 id="${id}">${inside}</h3>`;
}

function factRow({ term, lines }: { term: string; lines: readonly Line[] }): Html {
  return html`<div><dt>${term}</dt><dd>${paragraphs(lines)}</dd></div>`;
}

function tableHtml({ columns, sections }: TableBlock): Html {
  return html`<div class="table"><table><thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
${sections.map(
  ({
    title,
    rows,
  }) => html`<tbody>${title ? html`<tr><th class="section" scope="rowgroup" colspan="${columns.length}">${lineHtml(title)}</th></tr>` : null}
${rows.map(({ id, cells }) => html`<tr${id ? html` id="${id}"` : null}>${cells.map(cellHtml)}</tr>`)}</tbody>`,
)}</table></div>
`;
}

/** What a row is about stands in its first cell. */
function cellHtml({ look, lines }: Cell, i: number): Html {
  return i === 0
    ? html`<th class="${look}" scope="row">${paragraphs(lines)}</th>`
    : html`<td class="${look}">${paragraphs(lines)}</td>`;
}

const paragraphs = (lines: readonly Line[]): Part[] =>
  lines.map((line) => html`<p>${lineHtml(line)}</p>`);

function lineHtml(line: Line, links = true): Html {
  return html`${line.map((part) => inlineHtml(part, links))}`;
}

function inlineHtml(part: Inline, links: boolean): Html {
  if ("shape" in part) return shapeOf(part.shape);
  let made = html`${part.text}`;
  for (const look of part.looks ?? []) {
    if (look === "strong") made = html`<b>${made}</b>`;
    else if (look === "em") made = html`<em>${made}</em>`;
    else if (look === "strike") made = html`<s>${made}</s>`;
    else made = html`<span class="${look}">${made}</span>`;
  }
  return links && part.to ? html`<a href="#${part.to}">${made}</a>` : made;
}

const STEPS: readonly Shape[] = ["statement", "reaction", "coreValue", "requirement"];

function shapeOf(shape: Shape): Html {
  return STEPS.includes(shape)
    ? stepShape(shape as Step)
    : outcomeShape(shape as Exclude<Shape, Step>);
}
