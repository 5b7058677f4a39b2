import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  addresses,
  DOSSIER,
  DOSSIER_PATH,
  idsOf,
  PARAMETERS,
  pageOf,
  SITE,
  textOf,
  wholeOf,
} from "@/components/addresses";

/** Files that hold a path which is no address of a page, and why. */
const EXCEPTIONS: Record<string, { text: string; why: string }> = {
  "app/_lib/session.ts": { text: 'path: "/"', why: "for which paths the cookie counts" },
  "app/_lib/language.ts": { text: 'path: "/"', why: "for which paths the cookie counts" },
};

const patterns = [
  ...Object.values(SITE).map(({ path }) => path as string),
  ...Object.values(DOSSIER).map(({ path }) => [DOSSIER_PATH, path].filter(Boolean).join("/")),
];

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file));
}

test("every page and file below app/ has an address, and every address leads to one", () => {
  const routes = filesIn("app")
    .filter((file) => /^(page|route)\.tsx?$/.test(path.posix.basename(file)))
    .map((file) => path.posix.relative("app", path.posix.dirname(file)));
  expect([...patterns].sort()).toEqual(routes.sort());
});

test("no two parameters have the same name in the address", () => {
  const names = Object.values(PARAMETERS);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("every parameter belongs to a page", () => {
  const used = new Set(
    [...Object.values(SITE), ...Object.values(DOSSIER)].flatMap(
      ({ parameters }): readonly string[] => parameters,
    ),
  );
  expect(Object.keys(PARAMETERS).filter((name) => !used.has(name))).toEqual([]);
});

describe("no address is written by hand", () => {
  const folders = [
    ...new Set(
      patterns.flatMap((pattern) => pattern.split("/").filter((word) => /^\w/.test(word))),
    ),
  ];
  const byHand = [
    // A path, also one in a template: "/dossiers/…", `/…`, and the front page "/".
    /(?<!\b(?:join|split)\()["'`]\/(?:[a-z[$]|["'`?#])/,
    // The end of a path below another: `${base}/bronnen`, "bronnen/toevoegen", "pve?hoofdstuk=…".
    new RegExp(`["'\`}/](?:${folders.join("|")})(?:[/?#]|\\$\\{)`),
    new RegExp(`\\}/(?:${folders.join("|")})\\b`),
    // A query: `?zoek=…`, `&pagina=…`.
    new RegExp(`[?&](?:${Object.values(PARAMETERS).join("|")})=`),
  ];
  const sources = ["app", "components", "domain"]
    .flatMap(filesIn)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && file !== "components/addresses.ts")
    // The paths there are those inside a file that somebody sent.
    .filter((file) => !file.startsWith("domain/sources/formats/"));

  test("in app/, components/ and domain/", () => {
    const found = sources.flatMap((file) =>
      fs
        .readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => !/^\s*(?:\/?\*|\/\/|import |\} from )/.test(line))
        .filter((line) => !EXCEPTIONS[file] || !line.includes(EXCEPTIONS[file].text))
        .filter((line) => byHand.some((pattern) => pattern.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    'redirect("/dossiers/x")',
    `href={\`/dossiers/\${slug}\`}`,
    'href="/"',
    `\`\${base}/stellingen\``,
    `\`\${here}/wijzigen\``,
    '"bronnen/toevoegen"',
    '"pve?hoofdstuk=1"',
    `\`\${here}?pagina=\${page}\``,
    `\`/\${slug}\``,
  ])("the test sees %s", (line) => {
    expect(byHand.some((pattern) => pattern.test(line))).toBe(true);
  });

  test("each exception is still there", () => {
    for (const [file, { text }] of Object.entries(EXCEPTIONS)) {
      expect(fs.readFileSync(file, "utf8"), file).toContain(text);
    }
  });
});

describe("writing", () => {
  const to = addresses.dossier("zaak");

  test.each([
    [addresses.home(), "/"],
    [addresses.home({ sort: "titel", page: 2 }), "/?sorteer=titel&pagina=2"],
    [addresses.signInLink("a/b"), "/aanmelden/a%2Fb"],
    [addresses.published("zaak", "editie-1.1"), "/openbaar/zaak/editie-1.1"],
    [addresses.published("a/b", ""), "/openbaar/a%2Fb"],
    [addresses.published("zaak", "editie-1/x?y"), "/openbaar/zaak/editie-1/x%3Fy"],
    [to.overview(), "/dossiers/zaak"],
    [to.statements({}, "reacties"), "/dossiers/zaak/stellingen#reacties"],
    [
      to.part("s", 3, { page: 2, show: "open" }),
      "/dossiers/zaak/bronnen/s/splitsen/3?toon=open&pagina=2",
    ],
    [to.quote("s", { passage: "p" }), "/dossiers/zaak/bronnen/s?passage=p#citaat"],
    [
      to.code({ reaction: ["a", "b"], passage: [] }),
      "/dossiers/zaak/kernwaarden/coderen?reactie=a&reactie=b",
    ],
    [
      to.target({ page: "gaps", list: "eisen-gemotiveerd" }),
      "/dossiers/zaak/verantwoording?lijst=eisen-gemotiveerd",
    ],
    [
      to.target({ page: "reactions", consultationId: "c", statementId: null }),
      "/dossiers/zaak/stellingen?consultatie=c",
    ],
  ])("%s", (written, expected) => {
    expect(written).toBe(expected);
  });

  test("what is nothing is left out, and zero is something", () => {
    expect(to.search({ search: "", kind: undefined, page: 0 })).toBe(
      "/dossiers/zaak/zoeken?pagina=0",
    );
  });

  test("words from outside cannot change where an address leads", () => {
    expect(to.search({ search: "a&pagina=9#b c" })).toBe(
      "/dossiers/zaak/zoeken?zoek=a%26pagina%3D9%23b+c",
    );
    expect(to.reaction("../../x?y#z")).toBe("/dossiers/zaak/reacties/..%2F..%2Fx%3Fy%23z");
  });
});

describe("reading", () => {
  const id = "0b8f2d5e-1c3a-4f6b-9d7e-2a4c6e8f0b1d";

  test("text is trimmed, bounded and holds no NUL; of several the first counts", () => {
    expect(textOf({ zoek: "  a\u0000b " }, "search")).toBe("ab");
    expect(textOf({ zoek: ["een", "twee"] }, "search")).toBe("een");
    expect(textOf({ zoek: "x".repeat(500) }, "search")).toHaveLength(200);
    expect(textOf({}, "search")).toBe("");
  });

  test("numbers are whole and fit the database", () => {
    expect(
      [" 12 ", "0", "-1", "1.5", "1e3", "9999999999", ""].map((tot) => wholeOf({ tot }, "until")),
    ).toEqual([12, 0, null, null, null, null, null]);
    expect(["3", "0", "x", undefined].map((pagina) => pageOf({ pagina }))).toEqual([3, 1, 1, 1]);
  });

  test("ids are ids, each once", () => {
    const hyphens = "-".repeat(36);
    expect(idsOf({ reactie: [id, "x", id, hyphens] }, "reaction")).toEqual([id]);
    expect(idsOf({ reactie: id }, "reaction")).toEqual([id]);
    expect(idsOf({}, "reaction")).toEqual([]);
  });
});
