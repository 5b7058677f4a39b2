import { describe, expect, test } from "vitest";
import {
  numberInFolder,
  pageOfBlock,
  relativeFile,
  type SitePage,
  shortMark,
  siteFile,
  sitePageOf,
  sitePath,
} from "./site";

const PAGES: [SitePage, string, string][] = [
  [{ kind: "home" }, "", "index.html"],
  [{ kind: "programme" }, "eisen", "eisen.html"],
  [{ kind: "requirement", key: "E-3.1" }, "eisen/E-3.1", "eisen/E-3.1.html"],
  [{ kind: "chapter", key: "H-1", page: 1 }, "hoofdstukken/H-1", "hoofdstukken/H-1.html"],
  [{ kind: "coreValues" }, "kernwaarden", "kernwaarden.html"],
  [
    { kind: "coreValue", key: "K-1", page: 2 },
    "kernwaarden/K-1?pagina=2",
    "kernwaarden/K-1-pagina-2.html",
  ],
  [{ kind: "reactions", filter: {}, page: 1 }, "reacties", "reacties.html"],
  [
    {
      kind: "reactions",
      filter: { group: "G-1", outcome: "outOfScope", statement: null },
      page: 3,
    },
    "reacties?groep=G-1&antwoord=buiten-scope&stelling=geen&pagina=3",
    "reacties-groep-G-1-antwoord-buiten-scope-stelling-geen-pagina-3.html",
  ],
  [{ kind: "reaction", key: "R-3" }, "reacties/R-3", "reacties/R-3.html"],
  [{ kind: "sources" }, "bronnen", "bronnen.html"],
  [{ kind: "source", key: "B-1", page: 1 }, "bronnen/B-1", "bronnen/B-1.html"],
  [{ kind: "heard" }, "gehoord", "gehoord.html"],
  [{ kind: "check" }, "controleren", "controleren.html"],
  [
    { kind: "changes", base: "1.1", only: null, page: 1 },
    "wijzigingen/editie-1.1",
    "wijzigingen/editie-1.1.html",
  ],
  [
    { kind: "changes", base: "1", only: "origin", page: 2 },
    "wijzigingen/editie-1?soort=herkomst&pagina=2",
    "wijzigingen/editie-1-soort-herkomst-pagina-2.html",
  ],
  [
    { kind: "compare", from: "1", to: "2.1" },
    "wijzigingen?van=1&naar=2.1",
    "wijzigingen-van-1-naar-2.1.html",
  ],
  [{ kind: "search", words: "a & b" }, "zoeken?q=a+%26+b", "zoeken-q-a_20__26__20_b.html"],
];

describe("addresses", () => {
  test.each(PAGES)("%o is read as it is written", (page, path, file) => {
    expect(sitePath(page)).toBe(path);
    expect(siteFile(page)).toBe(file);
    const [folder = "", query = ""] = path.split("?");
    const segments = folder === "" ? [] : folder.split("/");
    expect(sitePageOf(segments, new URLSearchParams(query))).toEqual(page);
  });

  test.each([
    [["nergens"]],
    [["eisen", "E-1", "meer"]],
    [["eisen", "%E0%A4%A"]],
    [["eisen", ".."]],
    [["eisen", "%2E%2E"]],
    [["eisen", "a%2Fb"]],
    [["eisen", ""]],
    [["eisen", "E-1%00"]],
    [["eisen", "x".repeat(41)]],
    [["zoeken", "E-1"]],
    [["gehoord", "G-1"]],
    [["wijzigingen", "1"]],
    [["wijzigingen", "editie-x"]],
    [["toString"]],
    [["__proto__", "E-1"]],
  ])("%j is no page", (segments) => {
    expect(sitePageOf(segments, new URLSearchParams())).toBeNull();
  });

  test("what is asked and cannot be is not asked", () => {
    const query = new URLSearchParams("groep=../x&antwoord=nee&stelling=&pagina=-1");
    expect(sitePageOf(["reacties"], query)).toEqual({ kind: "reactions", filter: {}, page: 1 });
    const long = new URLSearchParams({ q: `\u0000${"x".repeat(500)}` });
    expect(sitePageOf(["zoeken"], long)).toEqual({ kind: "search", words: "x".repeat(200) });
  });

  test("a file is found from wherever a page stands", () => {
    expect(relativeFile("index.html", "eisen/E-1.html")).toBe("eisen/E-1.html");
    expect(relativeFile("eisen/E-1.html", "bronnen/B-1.html")).toBe("../bronnen/B-1.html");
  });

  test("the folder of an edition has its number, and nothing else", () => {
    expect(["editie-2", "editie-1.1", "editie-", "editie-x", "2"].map(numberInFolder)).toEqual([
      ...["2", "1.1", null, null, null],
    ]);
  });
});

test("a block stands on the page with its number", () => {
  expect([1, 150, 151, 301].map(pageOfBlock)).toEqual([1, 1, 2, 3]);
});

test("a kenmerk is said in groups of four", () => {
  expect(shortMark("0e901edad9224f")).toBe("0e90 1eda d922");
});
