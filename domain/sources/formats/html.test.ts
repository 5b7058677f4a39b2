import { describe, expect, it } from "vitest";
import { convertHtml } from "./html";
import type { Converted, ReadingChoices } from "./model";

const read = (html: string | Uint8Array, choices: ReadingChoices = {}): Promise<Converted> => {
  const bytes = typeof html === "string" ? new TextEncoder().encode(html) : html;
  return convertHtml({ fileName: "pagina.html", bytes }, choices, () => {});
};
const textOf = async (html: string) => (await read(html)).text;

describe("the words of a page", () => {
  it("are those a reader sees, and what is hidden is said", async () => {
    const { text, remarks } = await read(
      "<html><head><title>Titel</title><style>p{}</style></head><body><nav>Menu</nav><script>x()</script>" +
        "<p>Zicht<span style='display:none'>baar geheim</span>.</p><template>T</template><noscript>N</noscript>" +
        "<p hidden>weg</p><!-- niet --><button>Klik</button><select><option>O</option></select><img src=x>" +
        "<img width=1 height=1><a href='javascript:x()'>lees meer</a></body></html>",
    );
    expect(text).toBe("Zicht.\n\nlees meer\n");
    expect(remarks).toEqual([
      { key: "sources.remarks.hidden", params: { words: "baar geheim weg" } },
      { key: "sources.remarks.pictures", params: { count: 1 } },
    ]);
  });

  it("stand in paragraphs, headings, quotations and lines as they were", async () => {
    expect(
      await textOf(
        "<div>Een<div>twee</div>drie</div><h2>Kop <b>vet</b></h2>los<br>regel<p>&euro;&nbsp;12 &lt; 13 <q>zo</q></p>" +
          "<blockquote><p>gezegd</p></blockquote><pre>a  b\n c</pre><dl><dt>Term</dt><dd>Uitleg</dd></dl>",
      ),
    ).toBe(
      "Een\n\ntwee\n\ndrie\n\n## Kop vet\n\nlos\nregel\n\n€\u00a012 < 13 “zo”\n\n> gezegd\n\na b\nc\n\nTerm\n\nUitleg\n",
    );
  });

  it("keep what stands out, with signs that close where they should", async () => {
    expect(
      await textOf(
        "<p>een <b> vet </b>en <b>v<i>s</i></b><i>s</i> <s>weg</s> <span style='font-weight:700'>w</span>" +
          "<b style='font-weight:normal'>n</b> m<sup>2</sup> CO<sub>2</sub> 1<sup>e</sup> af\u00adbreken</p>",
      ),
    ).toBe(
      "een **vet** en **v*s***s ~~weg~~ **w**n m² CO₂ 1e afbreken\n".replace("***s ", "****s* "),
    );
  });
});

describe("lists of a page", () => {
  it("count as they say: from a number, backwards, by letters, and one within another", async () => {
    expect(
      await textOf("<ol start=3><li>c<li>d<ul><li>x<ol type=a><li>y</ol></ul><li value=9>i</ol>"),
    ).toBe("3. c\n4. d\n  - x\n    a. y\n9. i\n");
    expect(await textOf("<ol reversed><li>a<li>b</ol>")).toBe("2. a\n1. b\n");
    expect(
      await textOf("<ol style='list-style-type: upper-roman'><li>a</ol><ol type=i><li>b</ol>"),
    ).toBe("I. a\n\ni. b\n");
    expect(await textOf("<ul><li><p>een</p><p>meer</p></li><li>twee<br>regel</li></ul>")).toBe(
      "- een\n\n  meer\n\n- twee\n  regel\n",
    );
  });

  it("are known in a page that Word saved", async () => {
    const item = (level: number, mark: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    expect(
      await textOf(
        `<p class=MsoTitle>Verslag</p><p class=MsoToc1>Welkom 1</p><!--[if gte mso 9]><p>x</p><![endif]-->` +
          `${item(1, "1.", "een vaste stoel")}${item(2, "b)", "met arm")}${item(1, "·", "los")}${item(1, "o", "ook")}` +
          "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Verder niets.</p>",
      ),
    ).toBe("# Verslag\n\n1. een vaste stoel\n  b) met arm\n- los\n- ook\n\nVerder niets.\n");
  });
});

describe("tables of a page", () => {
  it("keep their columns, also where cells cover several", async () => {
    expect(
      await textOf(
        "<table><caption>Vragen</caption><thead><tr><th>Nr<th>Vraag<th>Antwoord</thead>" +
          "<tr><td rowspan=2>1<td>Mag | dat?<p>Nu</p><td>Ja<tr><td colspan=2><ul><li>a<li>b</ul></table>",
      ),
    ).toBe(
      "Vragen\n\n| Nr | Vraag | Antwoord |\n| --- | --- | --- |\n| 1 | Mag \\| dat? Nu | Ja |\n|  | - a · - b |  |\n",
    );
  });

  it("have a head only when they have one", async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((c) => `<td>${c}`).join("")}`;
    expect(await textOf(`<table>${row("Naam", "Wie")}${row("Bos", "ouder")}</table>`)).toBe(
      "| Naam | Wie |\n| --- | --- |\n| Bos | ouder |\n",
    );
    expect(
      await textOf(`<table>${row("Mag het?", "Ja, dat mag.")}${row("En nu?", "Nee.")}</table>`),
    ).toBe("|  |  |\n| --- | --- |\n| Mag het? | Ja, dat mag. |\n| En nu? | Nee. |\n");
  });

  it("that only lay out a page are no tables", async () => {
    expect(
      await textOf("<table><tr><td><h1>Kop</h1><table><tr><td>a<td>b</table><td>Tekst</table>"),
    ).toBe("# Kop\n\n|  |  |\n| --- | --- |\n| a | b |\n\nTekst\n");
    expect(await textOf("<table role=presentation><tr><td>a<td>b</table>")).toBe("a\n\nb\n");
    expect(await textOf("<table><tr><td>een</table>")).toBe("een\n");
  });
});

describe("the encoding of a page", () => {
  const bytes = (declared: string, words: number[]) =>
    Uint8Array.from([...Buffer.from(`<meta charset="${declared}"><p>`), ...words]);

  it("is what it is, then what it says, then that of the office", async () => {
    expect((await read(bytes("windows-1252", [...Buffer.from("één")]))).text).toBe("één\n");
    expect((await read(bytes("utf-8", [0x80, 0xe9]))).text).toBe("€é\n");
    expect(await read(bytes("windows-1250", [0xe6]))).toMatchObject({ text: "ć\n", remarks: [] });
    expect(await read(bytes("iso-8859-1", [0x92, 0xe9]))).toMatchObject({
      text: "’é\n",
      remarks: [],
    });
    expect((await read(bytes("onzin", [0xe9]))).remarks).toEqual([
      { key: "sources.remarks.encoding", params: { found: "Windows-1252", examples: "é" } },
    ]);
    expect((await read(Buffer.from("\ufeff<p>één", "utf16le"))).text).toBe("één\n");
    expect((await read(bytes("x", [...Buffer.from("é")]), { encoding: "windows-1252" })).text).toBe(
      "Ã©\n",
    );
  });
});

describe("a page that goes too far", () => {
  it("is refused when it is too deep, and costs no more than its size", async () => {
    for (const tag of ["ul><li", "div", "table><tr><td", "blockquote", "b"]) {
      await expect(textOf(`<${tag}>`.repeat(10_000))).rejects.toMatchObject({
        key: "sources.errors.tooDeep",
      });
    }
    await expect(textOf("<script></script><p> </p>")).rejects.toMatchObject({
      key: "sources.errors.empty",
    });
  });

  it("repeats no unclosed letters without end", async () => {
    const fonts = Array.from({ length: 400 }, (_, i) => `<font color=${i}>`).join("");
    await expect(textOf(`<p>${fonts}${"<p>x".repeat(10_000)}`)).rejects.toMatchObject({
      key: "sources.errors.tooMuchText",
    });
  });
});
