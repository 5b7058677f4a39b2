import { describe, expect, test } from "vitest";
import { Invalid } from "../kernel/errors";
import {
  bodyField,
  canonicalBody,
  editableBody,
  MAX_BODY_DEPTH,
  MAX_BODY_SIZE,
  MAX_BODY_VALUES,
} from "./rich-body";
import { bodyOfLines, bodyText } from "./rich-text";

const doc = (...content: unknown[]) => ({ type: "doc", content });
const p = (...content: unknown[]) => ({ type: "paragraph", content });
const t = (text: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const link = (href: unknown, more: object = {}) =>
  doc(p(t("hier", { type: "link", attrs: { href, ...more } })));

function refusal(input: unknown): string | undefined {
  try {
    canonicalBody(input);
  } catch (error) {
    if (error instanceof Invalid) return error.fields.body;
    throw error;
  }
  return undefined;
}

describe("refused", () => {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "http://voorbeeld.example",
    "//voorbeeld.example",
    "/beheer",
    "#citaat",
    "",
    "https://",
    "https://gemeente.example@elders.example/",
    "ftp://voorbeeld.example",
    "file:///etc/passwd",
    "mailto:",
    "mailto:niemand",
    `https://voorbeeld.example/${"a".repeat(3_000)}`,
    null,
    7,
    { toString: () => "https://voorbeeld.example" },
    ["https://voorbeeld.example"],
  ])("a link to %j", (href) => {
    expect(refusal(link(href))).toMatch(/^requirements\.errors\.body(Link|Invalid)$/);
  });

  test.each([
    ["no document", p(t("a"))],
    ["null", null],
    ["a number", 3],
    ["an array", []],
    ["an unknown node", doc({ type: "image", attrs: { src: "https://voorbeeld.example/a.png" } })],
    ["a heading", doc({ type: "heading", attrs: { level: 1 }, content: [t("a")] })],
    ["a table", doc({ type: "table", content: [] })],
    ["an unknown mark", doc(p(t("a", { type: "textStyle", attrs: { color: "red" } })))],
    ["text straight in the document", doc(t("a"))],
    ["a paragraph in a paragraph", doc(p(p(t("a"))))],
    ["an empty run of text", doc(p(t("a"), t("")))],
    ["text that is no text", doc(p({ type: "text", text: 5 }))],
    ["a list without items", doc({ type: "bulletList", content: [] })],
    ["a list with text", doc({ type: "bulletList", content: [p(t("a"))] })],
    [
      "an item that begins with a list",
      doc({
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              {
                type: "bulletList",
                content: [{ type: "listItem", content: [p(t("a"))] }],
              },
            ],
          },
        ],
      }),
    ],
    [
      "a list that starts at a text",
      doc({
        type: "orderedList",
        attrs: { start: '3" onload="alert(1)' },
        content: [{ type: "listItem", content: [p(t("a"))] }],
      }),
    ],
    [
      "a list that starts at a million",
      doc({
        type: "orderedList",
        attrs: { start: 1_000_000 },
        content: [{ type: "listItem", content: [p(t("a"))] }],
      }),
    ],
    [
      "an unknown attribute",
      doc({ type: "paragraph", attrs: { style: "position:fixed" }, content: [t("a")] }),
    ],
    ["a class on a link", link("https://voorbeeld.example", { class: "utrecht-button" })],
    ["a target on a link", link("https://voorbeeld.example", { target: "_blank" })],
    ["another rel on a link", link("https://voorbeeld.example", { rel: "opener" })],
    ["the same mark twice", doc(p(t("a", { type: "bold" }, { type: "bold" })))],
    ["no JSON", "{type:"],
    [
      "a changed prototype",
      '{"type":"doc","content":[{"type":"paragraph","__proto__":{"x":1},"content":[{"type":"text","text":"a"}]}]}',
    ],
    ["a constructor", '{"type":"doc","constructor":{"prototype":{"x":1}},"content":[]}'],
  ])("%s", (_name, input) => {
    expect(refusal(input)).toBe("requirements.errors.bodyInvalid");
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test("10,000 lists in each other, as JSON and as a value", () => {
    let nested: object = p(t("a"));
    for (let i = 0; i < 10_000; i += 1) {
      nested = { type: "bulletList", content: [{ type: "listItem", content: [nested] }] };
    }
    expect(refusal(doc(nested))).toBe("requirements.errors.bodyTooDeep");
    const text = `${'{"type":"bulletList","content":['.repeat(1_900)}${"]}".repeat(1_900)}`;
    expect(refusal(text)).toBe("requirements.errors.bodyTooDeep");
  });

  test("too much: one long text, many small ones, a long string of JSON", () => {
    expect(refusal(doc(p(t("a".repeat(70_000)))))).toBe("requirements.errors.bodyTooLarge");
    expect(refusal(doc(...Array.from({ length: 30_000 }, () => p())))).toBe(
      "requirements.errors.bodyTooLarge",
    );
    expect(refusal(" ".repeat(70_000))).toBe("requirements.errors.bodyTooLarge");
  });

  test.each([
    ["nothing", ""],
    ["an empty paragraph", doc({ type: "paragraph" })],
    ["only spaces", doc(p(t("   ")))],
    ["only breaks", doc(p({ type: "hardBreak" }))],
  ])("no words: %s", (_name, input) => {
    expect(refusal(input)).toBe("requirements.errors.bodyEmpty");
  });
});

describe("taken", () => {
  test("everything the editor can make, without what it adds by itself", () => {
    const body = canonicalBody(
      doc(
        p(
          t("De ", { type: "bold" }),
          t("site", {
            type: "link",
            attrs: {
              href: "https://Voorbeeld.example",
              target: null,
              rel: "noreferrer",
              class: null,
              title: null,
            },
          }),
          { type: "hardBreak" },
          t("mail", { type: "link", attrs: { href: "mailto:info@voorbeeld.example" } }),
        ),
        {
          type: "orderedList",
          attrs: { start: 3, type: null },
          content: [{ type: "listItem", content: [p(t("Ten derde", { type: "italic" }))] }],
        },
      ),
    );
    expect(body).toEqual(
      doc(
        p(
          t("De ", { type: "bold" }),
          t("site", { type: "link", attrs: { href: "https://voorbeeld.example/" } }),
          { type: "hardBreak" },
          t("mail", { type: "link", attrs: { href: "mailto:info@voorbeeld.example" } }),
        ),
        {
          type: "orderedList",
          attrs: { start: 3 },
          content: [{ type: "listItem", content: [p(t("Ten derde", { type: "italic" }))] }],
        },
      ),
    );
    expect(bodyText(body)).toBe("De site\nmail\nTen derde");
  });

  test("equal texts give equal JSON: runs joined, NFC, a second pass changes nothing", () => {
    const a = canonicalBody(doc(p(t("cafe\u0301 "), t("open"))));
    expect(a).toEqual(canonicalBody(doc(p(t("café open")))));
    expect(canonicalBody(JSON.stringify(a))).toEqual(a);
  });

  test("plain lines become paragraphs and come back as the same lines", () => {
    const body = bodyOfLines("Eerste regel\r\n\r\n  Tweede regel  \n");
    expect(bodyText(canonicalBody(body))).toBe("Eerste regel\nTweede regel");
    expect(refusal(bodyOfLines(" \n "))).toBe("requirements.errors.bodyEmpty");
  });
});

test("lists of several items, items of several blocks, runs of several marks", () => {
  const item = (...content: unknown[]) => ({ type: "listItem", content });
  const both = t("b", { type: "bold" }, { type: "italic" });
  const inner = { type: "bulletList", content: [item(p(t("x"))), item(p(t("y")))] };
  const body = doc(
    p(both, t("c", { type: "bold" }), t("d")),
    { type: "bulletList", content: [item(p(t("een"))), item(p(t("twee")), p(t("drie")), inner)] },
    {
      type: "orderedList",
      attrs: { start: 1 },
      content: [item(p(t("vier"))), item(p(t("vijf")))],
    },
  );
  expect(canonicalBody(body)).toEqual(body);
  expect(bodyText(canonicalBody(body))).toBe("bcd\neen\ntwee\ndrie\nx\ny\nvier\nvijf");
});

test("an empty paragraph stays one; a list starts at 1 unless it says otherwise", () => {
  expect(canonicalBody(doc(p(), p(t("a"))))).toEqual(doc({ type: "paragraph" }, p(t("a"))));
  const list = (attrs?: object) =>
    doc({
      type: "orderedList",
      ...(attrs ? { attrs } : {}),
      content: [{ type: "listItem", content: [p(t("a"))] }],
    });
  for (const attrs of [undefined, {}, { start: null }]) {
    expect(canonicalBody(list(attrs))).toEqual(list({ start: 1 }));
  }
});

test("runs that differ in their marks stay apart", () => {
  const body = doc(p(t("a", { type: "bold" }), t("b", { type: "italic" }), t("c"), t("d")));
  expect(canonicalBody(body)).toEqual(
    doc(p(t("a", { type: "bold" }), t("b", { type: "italic" }), t("cd"))),
  );
});

test("a refused link is named as such, any other as no text", () => {
  expect(refusal(link("http://voorbeeld.example"))).toBe("requirements.errors.bodyLink");
  expect(refusal(link(7))).toBe("requirements.errors.bodyInvalid");
  expect(refusal("{")).toBe("requirements.errors.bodyInvalid");
  expect(refusal("  ")).toBe("requirements.errors.bodyEmpty");
});

test("exactly as large as may be is taken, and one more is not", () => {
  const overhead = ["type", "doc", "content", "0", "type", "paragraph", "content", "0", "type"];
  const used = [...overhead, "text", "text"].join("").length;
  const sized = (n: number) => doc(p(t("a".repeat(n - used))));
  expect(refusal(sized(MAX_BODY_SIZE))).toBeUndefined();
  expect(refusal(sized(MAX_BODY_SIZE + 1))).toBe("requirements.errors.bodyTooLarge");
  const padded = JSON.stringify(doc(p(t("a")))).padEnd(MAX_BODY_SIZE);
  expect(refusal(padded)).toBeUndefined();
  expect(refusal(`${padded} `)).toBe("requirements.errors.bodyTooLarge");
  // So many values, whatever their size: an array of holes is no text, but within the bound.
  expect(refusal(Array(MAX_BODY_VALUES - 1).fill(1))).toBe("requirements.errors.bodyTooLarge");
  expect(refusal(Array(5_000).fill(1))).toBe("requirements.errors.bodyInvalid");
  const deep = (n: number): unknown => (n === 0 ? 1 : [deep(n - 1)]);
  expect(refusal(deep(MAX_BODY_DEPTH))).toBe("requirements.errors.bodyInvalid");
  expect(refusal(deep(MAX_BODY_DEPTH + 1))).toBe("requirements.errors.bodyTooDeep");
});

test("as a field it gives the text, or what to do about it", () => {
  const body = doc(p(t("a")));
  expect(bodyField.parse(body)).toEqual(body);
  expect(bodyField.safeParse("").error?.issues[0]?.message).toBe("requirements.errors.bodyEmpty");
});

describe("signs that cannot be stored or show nothing", () => {
  const text = (...texts: string[]) => ({
    type: "doc",
    content: [{ type: "paragraph", content: texts.map((one) => ({ type: "text", text: one })) }],
  });

  test("go, and the words stay", () => {
    expect(bodyText(canonicalBody(text("a\0b", "\0", "c\ud800d", "\u202ee")))).toBe("abc\ufffdde");
    expect(bodyText(canonicalBody(JSON.stringify(text("a\0\ud800"))))).toBe("a\ufffd");
  });

  test.each(["\0", "\u200b", "\u202e", "\u200d", " \u00a0"])("alone are no text (%j)", (sign) => {
    expect(() => canonicalBody(text(sign, sign))).toThrow(
      expect.objectContaining({ fields: { body: "requirements.errors.bodyEmpty" } }),
    );
  });
});

test("signs that no database or Word file takes are left out, and a line break in a run is a space", () => {
  expect(canonicalBody(doc(p(t("a\u0000b\ud800c\u202ed\ufffee"))))).toEqual(
    doc(p(t("ab\ufffdcde"))),
  );
  expect(canonicalBody(doc(p(t("een\r\ntwee\ndrie"))))).toEqual(doc(p(t("een twee drie"))));
  expect(canonicalBody(doc(p(t("a"), t("\u0000", { type: "bold" }), t("b"))))).toEqual(
    doc(p(t("ab"))),
  );
  expect(refusal(doc(p(t("\u0000"))))).toBe("requirements.errors.bodyEmpty");
});

test("below or above the line, not both; lists with letters, and no other marks before an item", () => {
  const co2 = doc(p(t("CO"), t("2", { type: "subscript" })));
  expect(canonicalBody(co2)).toEqual(co2);
  expect(refusal(doc(p(t("a", { type: "subscript" }, { type: "superscript" }))))).toBe(
    "requirements.errors.bodyInvalid",
  );
  const list = (type: unknown) =>
    doc({
      type: "orderedList",
      attrs: { start: 2, type },
      content: [{ type: "listItem", content: [p(t("a"))] }],
    });
  expect(canonicalBody(list("a"))).toEqual(list("a"));
  expect(canonicalBody(list(null))).not.toHaveProperty("content.0.attrs.type");
  expect(refusal(list("disc"))).toBe("requirements.errors.bodyInvalid");
});

test("an editor gets the words of a text it does not know", () => {
  const known = canonicalBody(doc(p(t("a"))));
  expect(editableBody({ body: known, bodyText: "a" })).toBe(known);
  const strange = { type: "doc", content: [{ type: "table" }] } as unknown as typeof known;
  expect(editableBody({ body: strange, bodyText: "een\ntwee" })).toEqual(
    doc(p(t("een")), p(t("twee"))),
  );
});
