import fc from "fast-check";
import JSZip from "jszip";
import mammoth from "mammoth";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RichTextView } from "@/components/editor/rich-text-view";
import type { SpecificationDocument } from "@/domain/publication/model";
import { wordDocument } from "@/domain/publication/render/word/document";
import { bodyProblem, canonicalBody } from "@/domain/text/rich-body";
import { LIST_TYPES, MARK_TYPES, MAX_LIST_LEVELS } from "@/domain/text/rich-format";
import { bodySchema } from "@/domain/text/rich-schema";
import type { BlockNode, Body, InlineNode } from "@/domain/text/rich-text";
import { sentencesIn } from "@/i18n/sentence";
import { anyBody } from "../factories/requirements";
import { joined, type Line, labelOf, linesOfHtml, tokensOf } from "../markup";

const language = { text: sentencesIn("nl"), date: (value: string) => value };

function documentWith(bodies: Body[]): SpecificationDocument {
  return {
    title: "Dossier",
    contractingAuthority: "Gemeente",
    subject: "",
    madeAt: "2026-11-25T12:00:00.000Z",
    withNames: false,
    sources: [],
    broken: [],
    chapters: [
      {
        number: 1,
        title: "Eisen",
        introduction: "",
        requirements: bodies.map((body, n) => ({
          id: String(n),
          code: `E-1.${n + 1}`,
          title: "Eis",
          kind: "mandatory",
          body,
          bodyText: "",
          explanation: "",
          evidence: "",
          verification: "",
          score: null,
          weight: null,
          version: 1,
          dropped: false,
          suspect: false,
          sourceRemoved: false,
          noSourceReason: null,
          coreValues: [],
          words: [],
        })),
      },
    ],
  };
}

/** The lines of a text as they should be read, straight from what is stored. */
function expected(body: Body): Line[] {
  const lines = (blocks: BlockNode[], label: string | null): Line[] =>
    blocks.flatMap((node, index) => {
      if (node.type === "paragraph") {
        return [joined({ label: index === 0 ? label : null, runs: (node.content ?? []).map(run) })];
      }
      const style = node.type === "bulletList" ? null : (node.attrs?.type ?? "1");
      const start = node.attrs?.start ?? 1;
      return node.content.flatMap((item, n) => lines(item.content, labelOf(style, start + n)));
    });
  const run = (node: InlineNode) =>
    node.type === "hardBreak"
      ? { text: "\n", marks: [] }
      : {
          text: node.text,
          marks: (node.marks ?? [])
            .map((mark) => (mark.type === "link" ? `link ${mark.attrs.href}` : mark.type))
            .sort(),
        };
  return lines(body.content, null);
}

const WORD_STYLES: Record<string, string | null> = {
  bullet: null,
  decimal: "1",
  lowerLetter: "a",
  upperLetter: "A",
  lowerRoman: "i",
  upperRoman: "I",
};

/** Numbers as Word counts them: per definition and level, started again by the override of a list. */
class WordNumbers {
  private readonly formats = new Map<string, string[]>();
  private readonly lists = new Map<string, { of: string; starts: Map<number, number> }>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: string) {
    let definition = "";
    let list = { of: "", starts: new Map<number, number>() };
    let level = 0;
    for (const token of tokensOf(numbering)) {
      if (!("open" in token)) continue;
      const value = token.attributes["w:val"] ?? "";
      if (token.open === "w:abstractNum") definition = token.attributes["w:abstractNumId"] ?? "";
      if (token.open === "w:numFmt") {
        this.formats.set(definition, [...(this.formats.get(definition) ?? []), value]);
      }
      if (token.open === "w:num") {
        list = { of: "", starts: new Map() };
        this.lists.set(token.attributes["w:numId"] ?? "", list);
      }
      if (token.open === "w:abstractNumId") list.of = value;
      if (token.open === "w:lvlOverride") level = Number(token.attributes["w:ilvl"]);
      if (token.open === "w:startOverride") list.starts.set(level, Number(value));
    }
  }

  next(numId: string, level: number): string {
    const list = this.lists.get(numId);
    const format = this.formats.get(list?.of ?? "")?.[level];
    if (!list || format === undefined)
      throw new Error(`Word knows no list ${numId} of level ${level}`);
    const counts = this.counts.get(list.of) ?? [];
    const start = this.begun.has(`${numId} ${level}`) ? undefined : list.starts.get(level);
    this.begun.add(`${numId} ${level}`);
    const n = start ?? (counts[level] ?? 0) + 1;
    this.counts.set(list.of, [...counts.slice(0, level), ...Array(9).fill(0)].slice(0, 9));
    const now = this.counts.get(list.of) ?? [];
    now[level] = n;
    return labelOf(WORD_STYLES[format] ?? null, n);
  }
}

/** The lines of the text of each requirement as Word shows them. */
async function linesOfWord(bytes: Uint8Array): Promise<Line[][]> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => (await zip.file(`word/${name}`)?.async("string")) ?? "";
  const numbers = new WordNumbers(await part("numbering.xml"));
  const targets = new Map<string, string>();
  for (const token of tokensOf(await part("_rels/document.xml.rels"))) {
    if ("open" in token && token.open === "Relationship") {
      targets.set(token.attributes.Id ?? "", token.attributes.Target ?? "");
    }
  }
  const texts: Line[][] = [];
  let row = 0;
  let column = 0;
  let line: Line = { label: null, runs: [] };
  let marks: string[] = [];
  let link: string | null = null;
  let [numId, level] = ["", 0];
  let inText = false;
  const write = (text: string) =>
    line.runs.push({ text, marks: [...marks, ...(link ? [link] : [])].sort() });
  const looks: Record<string, string> = { "w:b": "bold", "w:i": "italic" };
  for (const token of tokensOf(await part("document.xml"))) {
    if ("text" in token) {
      if (inText) write(token.text);
    } else if ("open" in token) {
      const { open, attributes } = token;
      const value = attributes["w:val"];
      if (open === "w:tbl") {
        row = 0;
        texts.push([]);
      }
      if (open === "w:tr") {
        row += 1;
        column = 0;
      }
      if (open === "w:tc") column += 1;
      if (open === "w:p") {
        line = { label: null, runs: [] };
        numId = "";
      }
      if (open === "w:ilvl") level = Number(value);
      if (open === "w:numId") numId = value ?? "";
      if (open === "w:r") marks = [];
      if (looks[open] && value !== "false") marks.push(looks[open]);
      if (open === "w:vertAlign") marks.push(value ?? "");
      if (open === "w:hyperlink") link = `link ${targets.get(attributes["r:id"] ?? "")}`;
      if (open === "w:t") inText = true;
      if (open === "w:br") write("\n");
    } else {
      if (token.close === "w:t") inText = false;
      if (token.close === "w:hyperlink") link = null;
      if (token.close === "w:p" && row === 2 && column === 2) {
        if (numId) line.label = numbers.next(numId, level);
        texts.at(-1)?.push(joined(line));
      }
    }
  }
  return texts;
}

const htmlOf = (body: Body) => renderToStaticMarkup(createElement(RichTextView, { body }));

/** The words with what stands below or above the line, whatever the lists. */
const scripts = (lines: Line[]) =>
  lines.map(({ runs }) =>
    joined({
      label: null,
      runs: runs.map(({ text, marks }) => ({
        text,
        marks: marks.filter((mark) => mark.endsWith("script")),
      })),
    }),
  );

test("the editor knows what the table of formats names, and nothing else", () => {
  expect(Object.keys(bodySchema.marks).sort()).toEqual([...MARK_TYPES].sort());
  expect(Object.keys(bodySchema.nodes).sort()).toEqual(
    ["doc", "text", "hardBreak", "paragraph", "listItem", ...LIST_TYPES].sort(),
  );
});

test("whatever may be saved is on the page and in Word with the same words, numbers and marks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBody, { minLength: 1, maxLength: 3 }), async (inputs) => {
      const bodies = inputs.map(canonicalBody);
      for (const body of bodies) {
        expect(linesOfHtml(htmlOf(body))).toEqual(expected(body));
        expect(canonicalBody(JSON.parse(JSON.stringify(body)))).toEqual(body);
      }
      const bytes = await wordDocument(documentWith(bodies), language);
      expect((await linesOfWord(bytes)).slice(0, bodies.length)).toEqual(bodies.map(expected));
      // And what another library reads in it.
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      for (const [n, body] of bodies.entries()) {
        const table = value.split("<table>")[n + 1] ?? "";
        const cell = table.split("<tbody>")[1]?.split("<td>")[2]?.split("</td>")[0] ?? "";
        const words = scripts(linesOfHtml(cell)).filter(({ runs }) => runs.length > 0);
        expect(words).toEqual(scripts(expected(body)).filter(({ runs }) => runs.length > 0));
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

const p = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const item = (...content: unknown[]) => ({ type: "listItem", content });
const bullets = (...content: unknown[]) => ({ type: "bulletList", content });
const numbers = (attrs: object, ...content: unknown[]) => ({ type: "orderedList", attrs, content });
const doc = (...content: unknown[]) => canonicalBody({ type: "doc", content });

async function shown(body: Body): Promise<string[]> {
  const inWord = (await linesOfWord(await wordDocument(documentWith([body]), language)))[0] ?? [];
  expect(linesOfHtml(htmlOf(body))).toEqual(inWord);
  return inWord.map(({ label, runs }) => [label, ...runs.map(({ text }) => text)].join(" ").trim());
}

test("a list that starts at 4 shows 4, and the numbers below B start again", async () => {
  const inner = () => numbers({}, item(p("een")), item(p("twee")));
  expect(
    await shown(
      doc(
        numbers({ start: 4 }, item(p("vier")), item(p("vijf"))),
        p("Tussen."),
        numbers({ start: 6 }, item(p("zes"))),
        bullets(item(p("A"), inner()), item(p("B"), inner())),
        numbers({ start: 3, type: "a" }, item(p("c")), item(p("d"))),
      ),
    ),
  ).toEqual([
    ...["4 vier", "5 vijf", "Tussen.", "6 zes"],
    ...["• A", "1 een", "2 twee", "• B", "1 een", "2 twee"],
    ...["c c", "d d"],
  ]);
});

test("a list goes on after what stands in an item of it", async () => {
  const two = numbers({}, item(p("onder")), item(p("onder")));
  expect(
    await shown(doc(numbers({}, item(p("a"), two, p("verder"), two), item(p("b")), item(p("c"))))),
  ).toEqual(["1 a", "1 onder", "2 onder", "verder", "1 onder", "2 onder", "2 b", "3 c"]);
});

test("lists as deep as Word shows are saved, one deeper is refused with words", () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? p("diep") : numbers({}, item(p("x"), nested(levels - 1)));
  const deepest = { type: "doc", content: [nested(MAX_LIST_LEVELS)] };
  expect(bodyProblem(deepest)).toBeNull();
  const deeper = { type: "doc", content: [nested(MAX_LIST_LEVELS + 1)] };
  expect(bodyProblem(deeper)).toBe("requirements.errors.bodyTooDeep");
});
