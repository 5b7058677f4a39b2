import { describe, expect, it } from "vitest";
import { replacedForms } from "../../redaction/rules";
import { replacerOf } from "./layer";
import { seekerOf } from "./seek";

const decided = { redaction: "role", role: "wie", code: null } as const;
const named = (...names: string[]) =>
  replacerOf(replacedForms(names.map((text) => ({ kind: "name" as const, text, ...decided }))));

describe("what is looked for", () => {
  const shown = named("Zoë van der Vriesma", "mevrouw Bos", "D'Ancona", "Kasper Elzenaar-Wolda");

  it.each([
    "ZOË VAN DER VRIESMA",
    "zoë van der vriesma",
    "Zoe\u0308 van der Vriesma",
    "Zoe Van Der Vriesma",
    "Zoë\u00a0van  der\nVriesma",
    "Zoë van der Vries\u00adma",
    "Zo\u200bë **van der Vriesma",
    "Zoë-van-der-Vriesma",
    "zoe_van_der_vriesma",
    "zoe.van.der.vriesma",
    "Vriesma",
    "vriesma",
    "Van der Vriesma",
    "mevrouw BOS",
    "Mevrouw bos",
    "d’Ancona",
    "Elzenaar",
    "Elzenaar–Wolda",
    "Kasper",
  ])("is found however it is written: %j", (written) => {
    expect(shown(`Zei ${written}, gisteren.`)).toBe("Zei [wie], gisteren.");
    expect(shown(`notulen-${written}_2.docx`)).toBe("notulen-[wie]_2.docx");
  });

  it("is not what only has the same letters", () => {
    const words = "Het bos bij Vriesmastate. Kasper Visser en Kasper van Dam.";
    expect(shown(words)).toBe(words);
  });

  it("is by itself what is hardly a word besides", () => {
    const words = "Meer, Roos, de bakker, Bergen en Jan.";
    expect(named("Roos van der Meer", "Door Bakker", "Ans van Bergen")(words)).toBe(words);
  });

  it("is a number by its figures", () => {
    const forms = [{ text: "06-12345678", words: "[nummer]", kind: "phone" as const }];
    const seek = replacerOf(forms);
    for (const written of ["06 1234 5678", "0612345678", "06 - 12 34 56 78", "(06) 12345678"]) {
      expect(seek(`Bel ${written} nu`)).toMatch(/^Bel \(?\[nummer\] nu$/);
    }
    expect(seek("Bel +31 (0)6 12345678")).toBe("Bel +[nummer]");
    expect(seek("Bel 06-12345679")).toBe("Bel 06-12345679");
  });

  it("is a firm with its capitals only", () => {
    const firm = [{ text: "Samen Sterk", words: "[firma]", kind: "organisation" as const }];
    expect(replacerOf(firm)("Samen Sterk en SAMEN STERK, samen sterk.")).toBe(
      "[firma] en [firma], samen sterk.",
    );
  });

  it("has its place in the text as it stands, signs that do not show included", () => {
    const text = "😀 Zie Zoe\u0308 Vries\u00adma.";
    const [found] = seekerOf([{ text: "Zoë Vriesma" }])(text);
    expect(text.slice(found?.start, found?.end)).toBe("Zoe\u0308 Vries\u00adma");
  });
});
