/**
 * What is pasted from Word, Excel or a web page, made fit for a text without tables: a row becomes
 * one paragraph. Styles go before anything is parsed, because the policy of the page counts a
 * style attribute in a parsed text as an attempt to apply it, and says so in the console.
 */

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const BLOCK =
  /^(?:p|div|ul|ol|li|h[1-6]|blockquote|pre|section|article|table|tbody|tr|td|th|dl|dt|dd|br|hr)$/;
/** What must stay a block of its own when it is the only thing in its row. */
const OWN_BLOCK = /<(?:p|div|ul|ol|h[1-6]|blockquote|table)[\s>]/i;
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

/** The attributes that may stay. Bold and italic are kept from a style that is dropped. */
function kept(attributes: string): string {
  let out = "";
  for (const [, name = "", value] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (key === "style") out += marksOf(value ?? "");
    else if (key !== "class" && !key.startsWith("on")) {
      out += value === undefined ? ` ${name}` : ` ${name}=${value}`;
    }
  }
  return out;
}

function marksOf(style: string): string {
  const weight = /(?<![\w-])font-weight\s*:\s*(bold|normal|\d{3})/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?<![\w-])font-style\s*:\s*(italic|normal)/i.exec(style)?.[1]?.toLowerCase();
  const bold = weight === "bold" || Number(weight) >= 600;
  return (
    (weight ? ` data-weight="${bold ? "bold" : "normal"}"` : "") +
    (slant ? ` data-slant="${slant}"` : "")
  );
}

/** The cells of one row as one paragraph; a cell alone in its row keeps its own paragraphs. */
export function rowAsParagraph(cells: readonly string[]): string {
  const filled = cells
    .map((html) => ({ html, line: oneLine(html) }))
    .filter(({ line }) => withTags(line, () => "").trim() !== "");
  const [only] = filled;
  if (!only) return "";
  if (filled.length === 1 && OWN_BLOCK.test(only.html)) return only.html;
  return `<p>${filled.map(({ line }) => line).join(" · ")}</p>`;
}

function oneLine(html: string): string {
  return withTags(html, ({ name, sign, attributes }) =>
    BLOCK.test(name) ? " " : `${sign}${name}${attributes}>`,
  )
    .replace(/(?:\s|&nbsp;)+/g, " ")
    .trim();
}

/** For `transformPastedHTML`: needs the parser of the browser. */
export function pastedHtml(html: string): string {
  const clean = withoutStyles(html);
  // Loose rows or cells are only understood inside a table.
  const loose = /^\s*<(?:tbody|thead|tr|td|th)\b/i.test(clean);
  const body = new DOMParser().parseFromString(
    loose ? `<table>${clean}</table>` : clean,
    "text/html",
  ).body;
  marks(body);
  bare(body);
  // The innermost table first, so that it is text by the time its own row is read.
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const caption = table.caption ? rowAsParagraph([table.caption.innerHTML]) : "";
    const rows = [...table.rows].map((row) =>
      rowAsParagraph([...row.cells].map((cell) => cell.innerHTML)),
    );
    table.insertAdjacentHTML("beforebegin", caption + rows.join(""));
    table.remove();
  }
  return body.innerHTML;
}

/** What slipped through because a quote was missing. */
function bare(body: HTMLElement): void {
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (/^(?:style|class|on.*)$/.test(name)) element.removeAttribute(name);
    }
  }
}

function marks(body: HTMLElement): void {
  for (const element of body.querySelectorAll("[data-weight], [data-slant]")) {
    const { weight, slant } = (element as HTMLElement).dataset;
    element.removeAttribute("data-weight");
    element.removeAttribute("data-slant");
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
  }
}

function wrapInside(element: Element, name: "strong" | "em"): void {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}
