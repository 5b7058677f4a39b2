import { describe, expect, test } from "vitest";
import type { ReactionThing, RequirementThing } from "../../model";
import type { ChangesView, QuoteView, RequirementChangeView, SiteView } from "../../queries/site";
import { CHANGES, type ChangeKind } from "../../rules/changes";
import { type ChangesOnly, type SitePage, sitePath } from "../../rules/site";
import { noSitePage, type Site, sitePage } from ".";
import { html } from "./html";
import { bodyHtml, said } from "./words";

/** Would run, or would end what it stands in, wherever it was not escaped. */
const HOSTILE = `<script>alert(1)</script>"' onload=x <img src=x onerror=y> </title></mark> \${x} &amp; [naam verwijderd]`;

describe("html", () => {
  test("escapes what it did not make, also in an attribute and in a list", () => {
    expect(html`<p title="${'"<'}">${["<b>", html`<i>${"&"}</i>`, 3]}</p>`.text).toBe(
      '<p title="&quot;&lt;">&lt;b&gt;<i>&amp;</i>3</p>',
    );
  });

  test("leaves nothing behind of what is nothing, and keeps zero", () => {
    expect(html`${null}${undefined}${false}${0}`.text).toBe("0");
  });

  test("an object that only looks like a piece of a page is refused or escaped", () => {
    const posing = JSON.parse('["<b>", {"text": "<script>"}]');
    expect(() => html`${posing}`.text).toThrow();
  });
});

describe("words", () => {
  test("stress is shown, its signs are not, and what was removed stands in a box", () => {
    expect(said("**Let** op: [naam verwijderd] belt.").text).toBe(
      '<strong>Let</strong> op: <span class="removed">[naam verwijderd]</span> belt.',
    );
  });

  test("a mark holds together over stress and boxes, and the heavier of two is seen", () => {
    const text = "Een *vast* gezicht";
    expect(
      said(text, [
        { start: 0, end: 18, mark: "coreValue" },
        { start: 4, end: 10, mark: "requirement" },
      ]).text,
    ).toBe(
      '<mark class="coreValue">Een </mark><mark class="requirement"><em>vast</em></mark><mark class="coreValue"> gezicht</mark>',
    );
  });

  test("the text of a requirement has its lists, and no link that is not allowed", () => {
    const link = (href: string) => ({
      ...{ type: "text" as const, text: "hier" },
      marks: [{ type: "link" as const, attrs: { href } }],
    });
    expect(
      bodyHtml({
        type: "doc",
        content: [
          { type: "paragraph", content: [link("javascript:alert(1)"), link("https://a.example/")] },
          {
            ...{ type: "orderedList", attrs: { start: 3, type: "a" } },
            content: [
              {
                type: "listItem",
                content: [{ type: "paragraph", content: [{ type: "text", text: "<x>" }] }],
              },
            ],
          },
        ],
      }).text,
    ).toBe(
      '<p>hier<a href="https://a.example/" rel="noreferrer">hier</a></p><ol start="3" type="a"><li><p>&lt;x&gt;</p></li></ol>',
    );
  });
});

const site: Site = {
  edition: {
    head: {
      dossier: { slug: "zaak", title: HOSTILE, contractingAuthority: HOSTILE, subject: HOSTILE },
      ...{ number: "2", kind: "concept", adoptedAt: "2027-02-09T10:00:00Z", decidedBy: HOSTILE },
      ...{ decidedOn: "2027-02-09", decisionNumber: HOSTILE, mandate: HOSTILE, reason: HOSTILE },
      previous: null,
      passedOver: [
        { blocker: "suspect", count: 1, reason: HOSTILE, by: HOSTILE, at: "2027-02-09T10:00:00Z" },
      ],
      release: { open: 1, reason: HOSTILE, by: HOSTILE, at: "2027-02-09T10:00:00Z" },
      log: { rows: 1, sha256: "" },
      sections: {
        ...{
          blocks: sum(),
          chapters: sum(),
          consultations: sum(),
          coreValues: sum(),
          groups: sum(),
        },
        ...{
          reactions: sum(),
          requirements: sum(),
          sources: sum(),
          statements: sum(),
          words: sum(),
        },
      },
    },
    sha256: "0e901edad922".padEnd(64, "0"),
    withdrawn: { at: "2027-03-01T10:00:00Z", reason: HOSTILE },
    others: [
      { number: "3", kind: "definitive", sha256: "0", decidedOn: "2027-03-01", withdrawn: false },
    ],
    newer: { number: "3", decidedOn: "2027-03-01" },
  },
  language: "nl",
  text: (key, params) => `${key}${params ? JSON.stringify(params) : ""}`,
  link: (page, part) => `/e/${sitePath(page)}${part ? `#${part}` : ""}`,
  here: "eisen/E-1",
  file: (name) => `/e/${name}`,
  data: "/e/editie.json",
  papers: [{ name: HOSTILE, files: [{ format: HOSTILE, address: `/e/${HOSTILE}` }] }],
  compared: "1",
  online: {
    address: `https://x.example/${encodeURIComponent(HOSTILE)}`,
    edition: (number) => `/e${number}`,
    verify: "/controleren",
    inOtherLanguage: "/en",
    ...{ accessibility: "/a", privacy: "/p" },
  },
};

function sum() {
  return { count: 1, sha256: "" };
}

const reaction: ReactionThing = {
  ...{ key: "R-1", consultation: "C-1", statement: "S-1", group: "G-1", kind: "reaction" },
  ...{ position: "none", text: HOSTILE, place: { source: "B-1", start: 0, end: 5 }, replyTo: null },
  ...{ coreValues: ["K-1"], requirements: ["E-1"] },
  answer: { outcome: "rejected", reason: HOSTILE, where: HOSTILE, requirements: ["E-1"] },
};
const requirement: RequirementThing = {
  ...{ key: "E-1", id: "", chapter: "H-1", title: HOSTILE, kind: "mandatory", body: null },
  ...{ text: HOSTILE, explanation: HOSTILE, evidence: HOSTILE, verification: HOSTILE, score: 1 },
  ...{ weight: 2, version: 1, dropped: true, suspect: true, noSourceReason: HOSTILE },
  ...{ coreValues: ["K-1"], words: [] },
};
const chapter = { key: "H-1", title: HOSTILE, introduction: HOSTILE, total: 1 };
const group = { key: "G-1", name: HOSTILE, expected: true };
const missed = { key: "G-2", name: HOSTILE, expected: true };
const statement = {
  key: "S-1",
  text: HOSTILE,
  puts: [{ consultation: "C-1", number: 1, explanation: null }],
};
const coreValue = {
  key: "K-1",
  name: HOSTILE,
  definition: HOSTILE,
  rule: HOSTILE,
  total: 2,
  requirements: ["E-1"],
};
const consultation = {
  key: "C-1",
  title: HOSTILE,
  kind: "meeting",
  heldOn: "2027-01-01",
  sector: null,
} as const;
const source = {
  ...{ key: "B-1", title: HOSTILE, version: 1, adoptedOn: null, fileSha256: "", characters: 500 },
  ...{ textSha256: "", trailing: "", replaced: 1 },
};
const block = {
  ...{
    key: "B-1/1",
    source: "B-1",
    n: 1,
    start: 0,
    end: HOSTILE.length,
    before: "",
    text: HOSTILE,
  },
  ...{ form: "heading" as const, level: 1, page: null, marks: "" },
  quoted: [{ start: 0, end: 8, reaction: "R-1", coreValues: ["K-1"], requirements: ["E-1"] }],
};
const quote: QuoteView = {
  ...{ text: HOSTILE, before: HOSTILE, after: HOSTILE, reaction, consultation, statement, group },
  at: { source, block: 1 },
};
const names = {
  groups: new Map([["G-1", group]]),
  statements: new Map([["S-1", statement]]),
  requirements: new Map([["E-1", requirement]]),
};
const cells = [
  {
    statement: "S-1",
    group: "G-1",
    outcome: "rejected" as const,
    coreValue: "K-1",
    chapter: "H-1",
    count: 1,
  },
  { statement: null, group: null, outcome: null, coreValue: null, chapter: null, count: 2 },
];
const on = <T>(...rows: T[]) => ({ rows, page: 1, pages: 2, total: 60 });
const marked = <T extends object>(thing: T) => ({ ...thing, marks: "" });

function onPage<T>(rows: T[]) {
  return { rows, page: 1, pages: 2, total: 60 };
}
const answered = (reason: string) => ({
  ...{ ...reaction, text: `${HOSTILE} ${reason}` },
  answer: { outcome: "rejected" as const, reason, where: reason, requirements: ["E-1"] },
});
const origin = { coreValues: [coreValue], quotes: [quote], more: 2 };
const spot = { chapter: 1, title: HOSTILE, place: 2 };
const changed = (kind: ChangeKind): RequirementChangeView => ({
  ...{ kind, before: kind === "added" ? null : "E-1", after: kind === "dropped" ? null : "E-2" },
  moved: { from: spot, to: { ...spot, chapter: 2, title: "Twee" } },
  was: kind === "added" ? null : { ...requirement, dropped: false, text: `Oud ${HOSTILE}` },
  is: kind === "dropped" ? null : { ...requirement, dropped: false, evidence: "" },
  ...{ reasons: [HOSTILE], gained: origin, lost: origin, grown: [{ coreValue, gained: 3 }] },
});
const changes = (list: ChangesView["list"], only: ChangesOnly): [SitePage, ChangesView] => [
  { kind: "changes", base: "1", only, page: 1 },
  {
    ...{
      kind: "changes",
      base: { number: "1", kind: "definitive", decidedOn: "2027-01-01" },
      only,
    },
    sums: {
      ...{ added: 1, changed: 1, moved: 1, origin: 1, dropped: 1, unchanged: 2 },
      ...{ before: 6, after: 6, coreValues: 3, reactions: 4 },
    },
    sources: { added: 1, changed: 0, gone: 0 },
    chapters: { added: [HOSTILE], gone: [HOSTILE], renamed: [{ from: HOSTILE, to: "Twee" }] },
    list,
  },
];

const PAGES: [SitePage, SiteView][] = [
  changes({ of: "requirements", ...onPage(CHANGES.map(changed)) }, null),
  changes(
    {
      of: "coreValues",
      ...onPage(
        (["added", "changed", "gone"] as const).map((kind) => ({
          ...{ kind, key: "K-1", gained: 1, lost: 1 },
          was: kind === "added" ? null : { ...coreValue, definition: "Oud", total: 5 },
          is: kind === "gone" ? null : coreValue,
        })),
      ),
    },
    "coreValues",
  ),
  changes(
    {
      of: "reactions",
      ...onPage(
        (["added", "answered", "reworded", "gone"] as const).map((kind) => ({
          ...{ kind, key: "R-1", group },
          was: kind === "added" ? null : answered(`Oud ${HOSTILE}`),
          is: kind === "gone" ? null : { ...reaction, answer: { ...answered(HOSTILE).answer } },
        })),
      ),
    },
    "reactions",
  ),
  [
    { kind: "home" },
    {
      ...{ kind: "home", chapters: [chapter], statements: [statement], groups: [group, missed] },
      ...{ coreValues: [coreValue], cells, examples: [reaction], names },
      changes: {
        base: { number: "1", kind: "definitive", decidedOn: "2027-01-01" },
        sums: { added: 1, changed: 1, moved: 0, origin: 0, dropped: 1, unchanged: 2 },
        reactions: 1,
        first: [
          { kind: "added", key: "E-1", title: HOSTILE, isThere: true },
          { kind: "dropped", key: "E-2", title: HOSTILE, isThere: false },
        ],
      },
    },
  ],
  [{ kind: "programme" }, { kind: "programme", chapters: [chapter] }],
  [
    { kind: "chapter", key: "H-1", page: 1 },
    {
      kind: "chapter",
      chapter,
      number: 1,
      chapters: [chapter],
      requirements: on(marked(requirement)),
    },
  ],
  [
    { kind: "requirement", key: "E-1" },
    {
      ...{ kind: "requirement", requirement, chapter, number: 1, before: "E-0", after: "E-2" },
      ...{
        direct: [quote],
        ways: [{ coreValue, carrying: [quote], carryingTotal: 1, quotes: [quote] }],
        names,
      },
      otherwise: { reactions: [reaction], total: 2 },
    },
  ],
  [{ kind: "coreValues" }, { kind: "coreValues", coreValues: [coreValue] }],
  [
    { kind: "coreValue", key: "K-1", page: 1 },
    { kind: "coreValue", coreValue, requirements: [requirement], quotes: on(quote) },
  ],
  [
    { kind: "reactions", filter: { group: "G-1", statement: "S-1" }, page: 1 },
    {
      ...{ kind: "reactions", filter: { group: "G-1", statement: "S-1" }, groups: [group] },
      ...{ statements: [statement], cells, reactions: on(marked(reaction)), names },
    },
  ],
  [
    { kind: "statements", page: 1 },
    { kind: "statements", statements: on(statement), cells },
  ],
  [
    { kind: "reaction", key: "R-1" },
    { kind: "reaction", reaction, quote, coreValues: [coreValue], names },
  ],
  [{ kind: "sources" }, { kind: "sources", sources: [source] }],
  [
    { kind: "source", key: "B-1", page: 1 },
    { kind: "source", source, blocks: on(block), reactions: new Map([["R-1", reaction]]) },
  ],
  [
    { kind: "heard" },
    { kind: "heard", groups: [group, missed], cells, consultations: [consultation] },
  ],
  [{ kind: "check" }, { kind: "check" }],
  [{ kind: "notes" }, { kind: "notes" }],
  [
    { kind: "search", words: HOSTILE },
    {
      ...{
        kind: "search",
        words: HOSTILE,
        requirements: on(requirement),
        coreValues: on(coreValue),
      },
      ...{ reactions: on(reaction), blocks: on(block), names },
    },
  ],
];

describe("a page", () => {
  test.each(PAGES)("of kind %o runs nothing that somebody wrote", (page, view) => {
    const text = sitePage(site, page, view);
    expect(text).toContain("&lt;script&gt;");
    // The one script is a file beside the page.
    expect(text.replace('<script src="/e/notes" defer></script>', "")).not.toMatch(
      /<script|<img|<style|onload=x(?!\s*&lt;)[^<]*>| style="/i,
    );
    // Nothing ends what it stands in: what is opened is closed, once.
    for (const tag of ["title", "main", "mark", "section", "ul", "ol", "li", "p", "div", "dl"]) {
      const opened = text.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
      const closed = text.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0;
      expect(closed, `${page.kind}: ${tag}`).toBe(opened);
    }
    expect(text.match(/<h1[ >]/g), page.kind).toHaveLength(1);
  });

  test("says that it was withdrawn, that another holds and that it is a concept", () => {
    const text = sitePage(site, { kind: "check" }, { kind: "check" });
    for (const notice of ["withdrawn", "newer", "concept"]) {
      expect(text).toContain(`editions.site.notice.${notice}`);
    }
    expect(text).toContain('href="/e3"');
    expect(text).toContain("editions.site.mark{&quot;mark&quot;:&quot;0e90 1eda d922&quot;}");
  });

  test("marks in another language which words are Dutch", () => {
    const [, view] = PAGES.find(([{ kind }]) => kind === "requirement") ?? [];
    if (!view) throw new Error("no page of a requirement");
    const page: SitePage = { kind: "requirement", key: "E-1" };
    expect(sitePage({ ...site, language: "en" }, page, view)).toMatch(/<h1 lang="nl">/);
    expect(sitePage(site, page, view)).toMatch(/<h1>/);
  });

  test("that is not there says so in the frame of its edition", () => {
    expect(noSitePage(site)).toContain("editions.site.missing.title");
  });

  test("in a folder has no search, and no link to what is not in the folder", () => {
    const folder = { ...site, online: null, edition: { ...site.edition, others: [], newer: null } };
    for (const [page, view] of PAGES) {
      if (page.kind === "search") continue;
      const text = sitePage(folder, page, view);
      expect(text).not.toMatch(/<form|rel="canonical"/);
    }
  });
});
