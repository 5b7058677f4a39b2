import { describe, expect, it } from "vitest";
import { expectLinear } from "@/tests/growth";
import { rowAsParagraph, withoutStyles } from "./paste";

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

  it("keeps the bold of Word, that says something else about another script", () => {
    expect(withoutStyles("<b style='mso-bidi-font-weight:normal'>a</b>")).toBe("<b>a</b>");
  });

  it("leaves what the editor itself copied as it is", () => {
    const own = `<p data-pm-slice="1 1 []">Een <strong>eis</strong></p>`;
    expect(withoutStyles(own)).toBe(own);
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
    expectLinear(50_000, make, (html) => rowAsParagraph([html, "a"]));
  });
});

describe("a row of a pasted table", () => {
  it("is one paragraph, with the cells apart", () => {
    expect(rowAsParagraph(["1", "De bus rijdt", "2"])).toBe("<p>1 · De bus rijdt · 2</p>");
  });

  it("keeps marks and links, and makes one line of the paragraphs in a cell", () => {
    expect(
      rowAsParagraph([
        "<p>De <b>bus</b></p>\n<p>rijdt</p>",
        `<ul><li><a href="https://a.nl">op tijd</a></li></ul>`,
      ]),
    ).toBe(`<p>De <b>bus</b> rijdt · <a href="https://a.nl">op tijd</a></p>`);
  });

  it("leaves empty cells and empty rows out", () => {
    expect(rowAsParagraph(["", "<p>&nbsp;</p>", "a", "<b></b>", "b"])).toBe("<p>a · b</p>");
    expect(rowAsParagraph(["", "<p>&nbsp;</p>"])).toBe("");
  });

  it("keeps the paragraphs of a cell that is alone in its row", () => {
    expect(rowAsParagraph(["<p>a</p><p>b</p>", " "])).toBe("<p>a</p><p>b</p>");
    expect(rowAsParagraph(["a"])).toBe("<p>a</p>");
  });
});
