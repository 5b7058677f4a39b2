/** A line of a text as a reader sees it: the words, and the number or bullet before them. */
export interface Line {
  label: string | null;
  runs: { text: string; marks: string[] }[];
}

/** How a list shows its nth item; null is a bullet. */
export function labelOf(style: string | null, n: number): string {
  if (style === null) return "•";
  if (style === "a" || style === "A") {
    // As Word and browsers do past z, they differ (aa, bb or aa, ab): the first letters are enough.
    const letter = String.fromCharCode(97 + ((n - 1) % 26));
    return style === "a" ? letter : letter.toUpperCase();
  }
  return style === "1" ? String(n) : `${style}${n}`;
}

export type Token =
  | { open: string; attributes: Record<string, string> }
  | { close: string }
  | { text: string };

/** The tags and texts of well-formed markup, in order. */
export function tokensOf(markup: string): Token[] {
  const tokens: Token[] = [];
  for (const [, declaration, close, name = "", attributes = "", empty, text] of markup.matchAll(
    /(<[?!][^>]*>)|<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    if (declaration) continue;
    if (text !== undefined) tokens.push({ text: unescaped(text) });
    else if (close) tokens.push({ close: name });
    else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      tokens.push({
        open: name,
        attributes: Object.fromEntries(pairs.map(([, key, value = ""]) => [key, unescaped(value)])),
      });
      if (empty || ["br", "img"].includes(name)) tokens.push({ close: name });
    }
  }
  return tokens;
}

function unescaped(text: string): string {
  const names: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return names[name] ?? whole;
  });
}

const HTML_MARKS: Record<string, string> = {
  strong: "bold",
  em: "italic",
  sub: "subscript",
  sup: "superscript",
};

/** The lines of HTML as a browser shows them. */
export function linesOfHtml(html: string): Line[] {
  const lines: Line[] = [];
  const lists: { style: string | null; next: number }[] = [];
  const marks: string[] = [];
  let line: Line | null = null;
  let label: string | null = null;
  const write = (text: string) => {
    if (!line) {
      line = { label, runs: [] };
      label = null;
      lines.push(line);
    }
    if (text) line.runs.push({ text, marks: [...marks].sort() });
  };
  for (const token of tokensOf(html)) {
    if ("text" in token) {
      write(token.text);
    } else if ("open" in token) {
      const { open, attributes } = token;
      if (open === "ol")
        lists.push({ style: attributes.type ?? "1", next: Number(attributes.start ?? 1) });
      if (open === "ul") lists.push({ style: null, next: 1 });
      if (["ol", "ul", "p", "li"].includes(open)) line = null;
      const list = lists.at(-1);
      if (open === "li" && list) label = labelOf(list.style, list.next++);
      if (open === "p") write("");
      if (open === "br") write("\n");
      if (open === "a") marks.push(`link ${attributes.href}`);
      const mark = HTML_MARKS[open];
      if (mark) marks.push(mark);
    } else {
      const { close } = token;
      if (close === "ol" || close === "ul") lists.pop();
      if (["ol", "ul", "p", "li"].includes(close)) line = null;
      if (close === "a" || HTML_MARKS[close]) marks.pop();
    }
  }
  return lines.map(joined);
}

/** Neighbouring runs that look the same as one: whoever wrote them may have cut them otherwise. */
export function joined({ label, runs }: Line): Line {
  const together: Line["runs"] = [];
  for (const run of runs) {
    const last = together.at(-1);
    // A break looks the same whatever its marks.
    if (last && (last.marks.join() === run.marks.join() || run.text === "\n"))
      last.text += run.text;
    else together.push({ ...run, marks: run.text === "\n" ? [] : run.marks });
  }
  return { label, runs: together };
}
