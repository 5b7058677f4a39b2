import { markerIn, nestedLists, type WordItem } from "./word-lists";

/**
 * What is pasted from Word, Excel or a web page, made fit for the text of a requirement. What means
 * something and has no place there is left out, and said: struck words, tables, pictures. Styles go
 * before anything is parsed, because the policy of the page counts a style attribute in a parsed
 * text as an attempt to apply it, and says so in the console.
 */

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const NAME = /<\/?([a-z][^\s/>"'<]*)/iy;

interface Tag {
  /** In lower case. */
  name: string;
  /** `<` or `</`. */
  sign: string;
  /** What stands between the name and the end. */
  attributes: string;
}

/**
 * The text with other words for each of its tags; comments and conditions (`<![if …]>`) go. Reads
 * forward once, whatever it is given: what is pasted can be large and is no proper HTML at all. Of
 * what does not end, nothing stays.
 */
function withTags(html: string, become: (tag: Tag) => string): string {
  const last = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  let out = "";
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    out += html.slice(at, start < 0 ? html.length : start);
    if (start < 0) break;
    if (html.startsWith("<!", start)) {
      at = after(html, html.startsWith("<!--", start) ? "-->" : ">", start);
      continue;
    }
    NAME.lastIndex = start;
    const [opening, written] = NAME.exec(html) ?? [];
    if (opening === undefined || written === undefined) {
      out += "<";
      at = start + 1;
      continue;
    }
    const end = endOfTag(html, start + opening.length, last);
    const name = written.toLowerCase();
    const sign = html.startsWith("</", start) ? "</" : "<";
    at = end + 1;
    if (sign === "<" && /^(?:style|script|xml)$/.test(name)) at = afterElement(html, name, at);
    else if (end < html.length) {
      out += become({ name, sign, attributes: html.slice(start + opening.length, end) });
    }
  }
  return out;
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from);
  return found < 0 ? html.length : found + sign.length;
}

function afterElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : html.length;
}

/** Where the `>` of a tag stands, outside its quotes; a quote that never closes is none. */
function endOfTag(html: string, from: number, last: Record<'"' | "'", number>): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at];
    if (sign === ">") return at;
    if ((sign === '"' || sign === "'") && at < last[sign]) at = html.indexOf(sign, at + 1);
  }
  return html.length;
}

/** The same text without styles, scripts, handlers and the tags of Word itself. */
export function withoutStyles(html: string): string {
  return withTags(html.replace(/<o:p\s*>(?:\s|&nbsp;)*<\/o:p>/gi, ""), (tag) => {
    if (/^(?:link|meta|base)$/.test(tag.name) || tag.name.includes(":")) return "";
    return `${tag.sign}${tag.name}${tag.sign === "<" ? kept(tag.attributes) : ""}>`;
  });
}

/** The attributes that may stay, and what a style that is dropped says about the words. */
function kept(attributes: string): string {
  let out = "";
  for (const [, name = "", value] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (key === "style") out += marksOf(value ?? "");
    else if (key === "data-pm-slice" || !/^(?:class$|on|data-)/.test(key)) {
      out += value === undefined ? ` ${name}` : ` ${name}=${value}`;
    }
  }
  return out;
}

/** What the styles of Word and Google Docs mean, for `meaning` below. */
function marksOf(style: string): string {
  const said = (pattern: RegExp) => pattern.exec(style)?.[1]?.toLowerCase();
  const weight = said(/(?<![\w-])font-weight\s*:\s*(bold|normal|\d{3})/i);
  const slant = said(/(?<![\w-])font-style\s*:\s*(italic|normal)/i);
  const align = said(/(?<![\w-])vertical-align\s*:\s*(sub|super)/i);
  const numbering = said(/(?<![\w-])list-style-type\s*:\s*([a-z-]+)/i);
  const list = /mso-list\s*:\s*(l\d+)\s+level(\d+)\s+(lfo\d+)/i.exec(style);
  const bold = weight === "bold" || Number(weight) >= 600;
  const facts = {
    weight: weight && (bold ? "bold" : "normal"),
    slant,
    align,
    numbering,
    list: list && `${list[1]} ${list[3]}`,
    level: list?.[2],
    marker: /mso-list\s*:\s*ignore/i.test(style) && "yes",
    struck: style.split(";").some(isStruck) && "yes",
  };
  return Object.entries(facts)
    .map(([name, value]) => (value ? ` data-${name}="${value}"` : ""))
    .join("");
}

/** Of one declaration of a style: with a quotation mark before it when it is the first. */
function isStruck(declaration: string): boolean {
  return /^["'\s]*text-decoration/i.test(declaration) && /line-through/i.test(declaration);
}

/** What was left out of what was pasted. */
export interface LeftOut {
  struck: boolean;
  tables: number;
  pictures: number;
}

/** For `transformPastedHTML`: needs the parser of the browser. */
export function pastedHtml(html: string): { html: string; leftOut: LeftOut } {
  const clean = withoutStyles(html);
  // Loose rows or cells are only understood inside a table.
  const loose = /^\s*<(?:tbody|thead|tr|td|th)\b/i.test(clean);
  const body = new DOMParser().parseFromString(
    loose ? `<table>${clean}</table>` : clean,
    "text/html",
  ).body;
  const struck = [...body.querySelectorAll("s, strike, del, [data-struck]")];
  const leftOut = {
    struck: struck.some((element) => element.textContent?.trim()),
    tables: tables(body),
    pictures: body.querySelectorAll("img, picture, svg, video, object").length,
  };
  for (const element of struck) element.remove();
  lists(body);
  meaning(body);
  bare(body);
  return { html: body.innerHTML, leftOut };
}

/**
 * Takes tables out, the innermost first. One with a single column only puts things below each
 * other, as a mail program does: what stands in it stays. @returns how many are left out.
 */
function tables(body: HTMLElement): number {
  let left = 0;
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = [...table.rows].map((row) =>
      [...row.cells].filter((cell) => cell.textContent?.trim() || cell.querySelector("table")),
    );
    if (rows.some((cells) => cells.length > 1)) left += 1;
    else table.before(...rows.flatMap(([cell]) => (cell ? blocksOf(cell) : [])));
    table.remove();
  }
  return left;
}

/** What stands in a cell; loose words in it as a paragraph. */
function blocksOf(cell: HTMLElement): ChildNode[] {
  if (cell.querySelector("p, div, ul, ol, h1, h2, h3, h4, h5, h6, blockquote")) {
    return [...cell.childNodes];
  }
  const paragraph = cell.ownerDocument.createElement("p");
  paragraph.append(...cell.childNodes);
  return [paragraph];
}

/** Makes lists of the paragraphs that Word copies as items. */
function lists(body: HTMLElement): void {
  for (const first of body.querySelectorAll<HTMLElement>("[data-list][data-level]")) {
    if (!first.isConnected) continue;
    const run: HTMLElement[] = [];
    let element: Element | null = first;
    while (element instanceof HTMLElement && element.dataset.level) {
      run.push(element);
      element = element.nextElementSibling;
    }
    first.insertAdjacentHTML("beforebegin", nestedLists(run.map(itemOf)));
    for (const paragraph of run) paragraph.remove();
  }
}

function itemOf(paragraph: HTMLElement): WordItem {
  const own = paragraph.querySelector("[data-marker]");
  const text = own?.textContent ?? paragraph.textContent ?? "";
  const marker = markerIn(own ? `${text.trim()} ` : text, own !== null);
  if (own) own.remove();
  else if (marker) withoutStart(paragraph, marker.length);
  return {
    list: paragraph.dataset.list ?? "",
    level: Number(paragraph.dataset.level),
    marker: marker ?? { ordered: false, n: 1, style: null },
    html: paragraph.innerHTML.trim(),
  };
}

/** Takes the first `length` signs off the words of an element, whatever marks they stand in. */
function withoutStart(element: HTMLElement, length: number): void {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = length;
  while (left > 0 && texts.nextNode()) {
    const node = texts.currentNode as Text;
    const cut = Math.min(left, node.length);
    node.deleteData(0, cut);
    left -= cut;
  }
}

/** What slipped through because a quote was missing. */
function bare(body: HTMLElement): void {
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (/^(?:style|class|on.*)$/.test(name)) element.removeAttribute(name);
    }
  }
}

const NUMBERINGS: Record<string, string> = {
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};

/** Puts back as elements what styles said. */
function meaning(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ol:not([type])")) {
    const said = list.matches("[data-numbering]") ? list : list.querySelector(":scope > li");
    const type = NUMBERINGS[(said as HTMLElement | null)?.dataset.numbering ?? ""];
    if (type) list.setAttribute("type", type);
  }
  for (const element of body.querySelectorAll("[data-weight], [data-slant], [data-align]")) {
    const { weight, slant, align } = (element as HTMLElement).dataset;
    for (const name of ["data-weight", "data-slant", "data-align"]) element.removeAttribute(name);
    // Google Docs puts everything in a <b> that is not bold.
    const notBold = weight === "normal" && element.matches("b, strong");
    const notItalic = slant === "normal" && element.matches("i, em");
    if (notBold || notItalic) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    if (!element.matches("span, font")) continue;
    if (weight === "bold") wrapInside(element, "strong");
    if (slant === "italic") wrapInside(element, "em");
    if (align) wrapInside(element, align === "sub" ? "sub" : "sup");
  }
}

function wrapInside(element: Element, name: "strong" | "em" | "sub" | "sup"): void {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}
