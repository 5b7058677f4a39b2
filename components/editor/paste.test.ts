import { describe, expect, it, test } from "vitest";
import { MAX_LIST_LEVELS } from "@/domain/text/rich-format";
import { expectLinear } from "@/tests/growth";
import { withoutStyles } from "./paste";
import { markerIn, nestedLists } from "./word-lists";

describe("what goes before a pasted text is parsed", () => {
  it("drops styles, classes and handlers, and keeps the rest of the tag", () => {
    expect(
      withoutStyles(
        `<p class=MsoNormal style='margin:0cm;color:red' ONCLICK="x()">Op <a href="https://a.nl/?b=1>2" onmouseover=y()>tijd</a><br/></p>`,
      ),
    ).toBe(`<p>Op <a href="https://a.nl/?b=1>2">tijd</a><br></p>`);
  });

  it("drops sheets, scripts, comments and the tags of Word", () => {
    expect(
      withoutStyles(
        "<style>p{color:red}</style><!--[if mso]><b>x</b><![endif]--><script>alert(1)</script>" +
          "<p>De<o:p>&nbsp;</o:p> bus<o:p></o:p></p><![if !supportLists]><st1:place>Delft</st1:place>",
      ),
    ).toBe("<p>De bus</p>Delft");
  });

  it("drops a sheet that never ends", () => {
    expect(withoutStyles("<p>a</p><style>p{")).toBe("<p>a</p>");
  });

  it("remembers what a style says about bold and italic", () => {
    expect(
      withoutStyles(
        `<b style="font-weight:normal"><span style="font-weight:700;font-style:italic">a</span></b>`,
      ),
    ).toBe(`<b data-weight="normal"><span data-weight="bold" data-slant="italic">a</span></b>`);
  });

  it("leaves a sign that opens no tag, and drops what never ends", () => {
    expect(withoutStyles("<p>a < b en 1<2</p>")).toBe("<p>a < b en 1<2</p>");
    expect(withoutStyles(`<p>5" of 6'</p><p title="a>b</p>`)).toBe(
      `<p>5" of 6'</p><p title a>b</p>`,
    );
    expect(withoutStyles("<p>a</p><p style='x")).toBe("<p>a</p>");
    expect(withoutStyles("<p>a</p><!-- b")).toBe("<p>a</p>");
    expect(withoutStyles("<p>a</p><script>b</SCRIPT ><P>c</P>")).toBe("<p>a</p><p>c</p>");
  });

  it.each([
    ...["<p ", "<", "</", "<!--", "<![", "<p a=", "<o:p>", "<style", "<style>", "<script></style "],
    ...[
      `<p "`,
      `<p '`,
      `<p "<p '`,
      `<p "'>`,
      `"<p '" '<p "'`,
      "a:b<",
      "<p  ",
      "<p =",
      " ",
      "&nbsp;",
    ],
  ])("takes time in proportion for many %j", (piece) => {
    const make = (n: number) => piece.repeat(n);
    expectLinear(50_000, make, withoutStyles);
  });

  it("remembers the lists, the struck words and the height of what Word says in a style", () => {
    expect(
      withoutStyles(
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.</span>" +
          "<span style='text-decoration:line-through'>b</span><span style='vertical-align:super'>2</span></p>",
      ),
    ).toBe(
      '<p data-list="l0 lfo1" data-level="2"><span data-marker="yes">a.</span>' +
        '<span data-struck="yes">b</span><span data-align="super">2</span></p>',
    );
  });

  it("takes nobody else's word for what a style said", () => {
    expect(withoutStyles(`<p data-level="2" data-list="x" data-struck>a</p>`)).toBe("<p>a</p>");
  });

  it("keeps the bold of Word, that says something else about another script", () => {
    expect(withoutStyles("<b style='mso-bidi-font-weight:normal'>a</b>")).toBe("<b>a</b>");
  });

  it("leaves what the editor itself copied as it is", () => {
    const own = `<p data-pm-slice="1 1 []">Een <strong>eis</strong></p>`;
    expect(withoutStyles(own)).toBe(own);
  });

  it("is quick with a long text that is no good", () => {
    const start = performance.now();
    withoutStyles(`<p title="${"<p ".repeat(2000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("a list of Word", () => {
  test.each([
    ["1.\u00a0\u00a0een vaste stoel", { ordered: true, n: 1, style: null, length: 4 }],
    ["4) vier", { ordered: true, n: 4, style: null, length: 3 }],
    ["(2) twee", { ordered: true, n: 2, style: null, length: 4 }],
    ["2.3. diep", { ordered: true, n: 3, style: null, length: 5 }],
    ["2.3 diep", { ordered: true, n: 3, style: null, length: 4 }],
    ["c. drie", { ordered: true, n: 3, style: "a", length: 3 }],
    ["B) twee", { ordered: true, n: 2, style: "A", length: 3 }],
    ["iv. vier", { ordered: true, n: 4, style: "i", length: 4 }],
    ["I. een", { ordered: true, n: 1, style: "I", length: 3 }],
    ["· een punt", { ordered: false, n: 1, style: null, length: 2 }],
    ["- een streep", { ordered: false, n: 1, style: null, length: 2 }],
    ["een vaste stoel", null],
    ["10 stoelen", null],
    ["Zo. Dan weet u dat.", null],
    ["o ja", null],
    ["1.500 ritten", { ordered: true, n: 500, style: null, length: 6 }],
  ] as const)("%j begins with %j", (text, marker) => {
    expect(markerIn(text, false)).toEqual(marker);
  });

  it("has bullets of letters in fonts of signs, which stand apart", () => {
    for (const sign of ["o", "§", "Ø", "v", "\uf0b7"]) {
      expect(markerIn(`${sign} `, true), sign).toMatchObject({ ordered: false });
    }
    expect(markerIn("ab. ", true)).toMatchObject({ ordered: true, n: 28, style: "a" });
  });

  const item = (level: number, sign: string, html: string, list = "l0 lfo1") => {
    const marker = markerIn(`${sign} `, true);
    if (!marker) throw new Error(sign);
    return { list, level, marker, html };
  };

  it("is lists in each other, each with the number it shows", () => {
    expect(
      nestedLists([
        item(1, "4.", "a"),
        item(2, "a.", "b"),
        item(2, "b.", "c"),
        item(1, "5.", "d"),
        item(2, "·", "e"),
      ]),
    ).toBe(
      '<ol start="4"><li><p>a</p><ol start="1" type="a"><li><p>b</p></li><li><p>c</p></li></ol></li>' +
        "<li><p>d</p><ul><li><p>e</p></li></ul></li></ol>",
    );
  });

  it("begins anew where the numbers do, where another list begins, and where a number is skipped", () => {
    const lists = (...items: ReturnType<typeof item>[]) =>
      nestedLists(items).split("<ol").length - 1;
    expect(lists(item(1, "1.", "a"), item(1, "2.", "b"))).toBe(1);
    expect(lists(item(1, "1.", "a"), item(1, "1.", "b"))).toBe(2);
    expect(lists(item(1, "1.", "a"), item(1, "2.", "b", "l1 lfo2"))).toBe(2);
    expect(lists(item(1, "1.", "a"), item(1, "3.", "b"))).toBe(2);
  });

  it("goes no deeper than a step at a time, nor than can be saved", () => {
    expect(nestedLists([item(3, "·", "a"), item(3, "·", "b"), item(1, "·", "c")])).toBe(
      "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>",
    );
    const steps = Array.from({ length: 12 }, (_, n) => item(n + 1, "·", "x"));
    expect(Math.max(...depths(nestedLists(steps)))).toBe(MAX_LIST_LEVELS);
  });
});

/** How many lists are open after each tag. */
function depths(html: string): number[] {
  let depth = 0;
  return [...html.matchAll(/<(\/?)ul>/g)].map(([, close]) => {
    depth += close ? -1 : 1;
    return depth;
  });
}
