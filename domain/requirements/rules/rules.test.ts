import { expect, test } from "vitest";
import { allowedHref, MAX_HREF } from "../../text/rich-link";
import { bodyOfLines, bodyText } from "../../text/rich-text";
import { codeOf, renumbered } from "./codes";
import { stretchAround } from "./stretch";
import { versionEvents, versionIdentity } from "./version";

test("codes carry the letters of their kind and number through the chapter", () => {
  expect(codeOf("award", 4, 12)).toBe("Gu-4.12");
  const codes = renumbered([
    [
      { id: "a", kind: "mandatory" },
      { id: "b", kind: "preference" },
    ],
    [],
    [{ id: "c", kind: "suitability" }],
  ]);
  expect([...codes]).toEqual([
    ["a", "E-1.1"],
    ["b", "W-1.2"],
    ["c", "G-3.1"],
  ]);
});

test("a version with the words of the one before is a drop, the next a restore", () => {
  expect(versionEvents(["x", "y", "y", "y", "z", "z"])).toEqual([
    "created",
    "changed",
    "dropped",
    "restored",
    "changed",
    "dropped",
  ]);
});

test("a short block is quoted whole, of a long one the sentence with the hit", () => {
  expect(stretchAround("Kort 🙂.", { start: 0, end: 4 })).toEqual({ start: 0, end: 7 });
  expect(stretchAround("- Kort.", { start: 2, end: 6 })).toEqual({ start: 2, end: 7 });
  expect(stretchAround("12) Kort.", { start: 4, end: 8 })).toEqual({ start: 4, end: 9 });
  expect(stretchAround("-", { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  const filler = "Dit is een zin die er alleen staat om lang te zijn. ".repeat(10);
  const sentence = "Hier staat het antwoord met 🙂 erbij.";
  const block = `${filler}${sentence} ${filler}`;
  const hit = [...filler].length + 15;
  const { start, end } = stretchAround(block, { start: hit, end: hit + 8 });
  expect([...block].slice(start, end).join("")).toBe(sentence);
  const endless = "woord ".repeat(200).trim();
  expect(stretchAround(endless, { start: 60, end: 65 })).toEqual({
    start: 0,
    end: [...endless].length,
  });
});

test("each kind has its letters", () => {
  const kinds = ["mandatory", "preference", "performance", "suitability", "award"] as const;
  expect(kinds.map((kind) => codeOf(kind, 1, 2))).toEqual([
    "E-1.2",
    "W-1.2",
    "U-1.2",
    "G-1.2",
    "Gu-1.2",
  ]);
});

test("of a long block the sentences of the hit are quoted, from end to end", () => {
  const pad = "Vooraf. ".repeat(60);
  const quoted = (block: string, words: string, until = words) => {
    const at = (part: string) => [...block.slice(0, block.indexOf(part))].length;
    const { start, end } = stretchAround(block, {
      start: at(words),
      end: at(until) + [...until].length,
    });
    return [...block].slice(start, end).join("");
  };
  expect(quoted(`${pad}Eerste zin hier. Tweede zin. ${pad}`, "Eerste zin hier.")).toBe(
    "Eerste zin hier.",
  );
  // Over two sentences: both.
  expect(quoted(`${pad}Een is dit! Twee is dat? ${pad}`, "dit", "dat")).toBe(
    "Een is dit! Twee is dat?",
  );
  expect(quoted(`${pad}\n\nEen regel zonder punt\n\n${pad}`, "regel")).toBe(
    "Een regel zonder punt",
  );
  // A point inside a word ends nothing.
  expect(quoted(`${pad}Het kost 3.50 per rit. ${pad}`, "rit")).toBe("Het kost 3.50 per rit.");
  expect(quoted(`- Het begin staat hier. ${pad}`, "begin")).toBe("Het begin staat hier.");
  expect(quoted(`${pad}Het einde.`, "einde")).toBe("Het einde.");
  expect(quoted(`${pad}Het einde zonder punt`, "einde")).toBe("Het einde zonder punt");
});

test("four hundred signs are still quoted whole; a bullet is only what a block begins with", () => {
  const exact = `Kort. ${"a".repeat(393)}.`;
  expect(stretchAround(exact, { start: 0, end: 4 })).toEqual({ start: 0, end: 400 });
  expect(stretchAround(`${exact}!`, { start: 0, end: 4 })).toEqual({ start: 0, end: 5 });
  for (const [block, start] of [
    ["  -   ruim", 6],
    ["12. punt", 4],
    ["een - twee", 0],
    ["een 3) twee", 0],
    ["-los", 0],
    ["x- los", 0],
    ["1234. los", 0],
  ] as const) {
    expect([block, stretchAround(block, { start, end: start + 1 }).start]).toEqual([block, start]);
  }
});

test("an address is taken as a browser reads it, up to its bound", () => {
  expect(allowedHref(" https://voorbeeld.example ")).toBe("https://voorbeeld.example/");
  expect(allowedHref("MAILTO:an@voorbeeld.example")).toBe("mailto:an@voorbeeld.example");
  const base = "https://voorbeeld.example/";
  const longest = base + "a".repeat(MAX_HREF - base.length);
  expect(allowedHref(longest)).toBe(longest);
  expect(allowedHref(`${longest}a`)).toBeNull();
  // Within the bound as typed, beyond it as stored.
  expect(allowedHref(`${base}${"é".repeat(600)}`)).toBeNull();
  expect(allowedHref(["https://voorbeeld.example"])).toBeNull();
  expect(allowedHref("https://an@voorbeeld.example")).toBeNull();
  expect(allowedHref("https://:geheim@voorbeeld.example")).toBeNull();
});

test("a letter goes to one address, with a subject at most", () => {
  const good = "mailto:an@voorbeeld.example";
  expect(allowedHref(`${good}?subject=Vraag%20over%20eis%2012`)).toMatch(/\?subject=Vraag/);
  for (const bad of [
    "\r\nbcc:bo@voorbeeld.example",
    "%0D%0ABcc:%20bo@voorbeeld.example",
    "%0a",
    "%00",
    "?subject=Vraag%0D%0ABcc:%20bo@voorbeeld.example",
    "?subject=a%0Ab",
    "?bcc=bo@voorbeeld.example",
    "?subject=Vraag&cc=bo@voorbeeld.example",
    "?body=Ik%20ga%20akkoord",
    ",bo@voorbeeld.example",
    "%2Cbo@voorbeeld.example",
    ";bo@voorbeeld.example",
    "%ff",
  ]) {
    expect(allowedHref(good + bad), bad).toBeNull();
  }
  // What was encoded twice is a letter like another.
  expect(allowedHref("mailto:an%2Bpost@voorbeeld.example")).not.toBeNull();
});

test("lines of any system are paragraphs, and nothing is one empty paragraph", () => {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  expect(bodyOfLines("een\rtwee\r\n drie \n\n")).toEqual({
    type: "doc",
    content: ["een", "twee", "drie"].map(paragraph),
  });
  expect(bodyOfLines("")).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
  expect(bodyText(bodyOfLines(""))).toBe("");
});

test("a version is what it says: each field counts, and nothing else", () => {
  const content = {
    title: "t",
    kind: "mandatory" as const,
    body: bodyOfLines("b"),
    explanation: "u",
    evidence: "e",
    verification: "v",
  };
  expect(versionIdentity({ ...content, reason: "waarom" } as typeof content)).toEqual(content);
});
