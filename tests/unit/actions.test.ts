import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The first thing every server action does: find out who asks, and whether that one may. */
const GATES = [
  "requireActor",
  "requireDossier",
  "requireLink",
  "requireMembership",
  "requireAdministrator",
  "requireOwnChoices",
];

/** Actions that need no gate, and why. */
const WITHOUT_GATE: Record<string, string> = {
  "app/_lib/language.ts chooseLanguage": "sets a cookie of the visitor's own",
  "app/dossiers/[dossier]/pve/tabel/actions.ts chooseColumnsAction":
    "sets a cookie of the visitor's own",
  "app/_lib/look-again.ts lookAgain": "does nothing: the page that is drawn anew asks",
  "app/_lib/sign-out.ts signOut": "ends the visitor's own session",
  "app/aanmelden/actions.ts askForLink": "who asks is not signed in, and is told nothing",
  "app/inbreng/actions.ts enter": "the code that is typed is the proof",
  "app/aanmelden/[token]/actions.ts signIn": "the secret in the link is the proof",
};

interface Action {
  title: string;
  body: string;
  helpers: Map<string, string>;
}

const files = ["app", "components"]
  .flatMap((root) =>
    fs
      .readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(root, file)),
  )
  .filter((file) => /\.tsx?$/.test(file));

const actions = files.flatMap((file): Action[] => {
  const source = fs.readFileSync(file, "utf8");
  if (!/^\s*["']use server["']/.test(source)) return [];
  const helpers = new Map<string, string>();
  const found: Action[] = [];
  for (const [, name = "", expression] of source.matchAll(
    /^const (\w+) = \([^)]*\)(?:: [^=]+)? =>\s+([^{][\s\S]*?);$/gm,
  )) {
    // Whoever calls it awaits what it gives.
    helpers.set(name, `return await ${expression}`);
  }
  for (const [, exported, name = "", body = ""] of source.matchAll(
    /^(export )?async function (\w+)(?:<[^>]*>)?\([\s\S]*?\)(?:: [^{]+(?:<[^>]*>)?)? \{\n([\s\S]*?)^\}/gm,
  )) {
    helpers.set(name, body);
    if (exported) found.push({ title: `${file} ${name}`, body, helpers });
  }
  return found;
});

test("server actions stand in files of their own, as plain functions", () => {
  for (const file of files) {
    const source = fs.readFileSync(file, "utf8");
    const marks = source.match(/["']use server["']/g) ?? [];
    // In the middle of a component it takes in whatever happens to be in scope.
    if (marks.length > 0) expect(source, file).toMatch(/^\s*["']use server["'];/);
    expect(marks.length, file).toBeLessThan(2);
    if (marks.length === 0) continue;
    const exported = source.match(/^export (?!type|interface).*$/gm) ?? [];
    expect(
      actions.filter(({ title }) => title.startsWith(`${file} `)),
      file,
    ).toHaveLength(exported.length);
  }
  expect(actions.length).toBeGreaterThan(20);
});

test.each(actions)("$title asks who it is before anything else", ({ title, body, helpers }) => {
  if (title in WITHOUT_GATE) return;
  expect(gateOf(body, helpers), `${title} begins with:\n${firstStatement(body)}`).toBe(true);
});

test("what needs no gate still exists", () => {
  const titles = actions.map(({ title }) => title);
  for (const title of Object.keys(WITHOUT_GATE)) expect(titles).toContain(title);
});

/** Whether the first statement awaits a gate, itself or in a function of the same file. */
function gateOf(body: string, helpers: Map<string, string>): boolean {
  const first = firstStatement(body);
  const [, called = ""] = first.match(/^(?:(?:const|return) (?:\w+ = )?)?(?:await )?(\w+)\(/) ?? [];
  if (GATES.includes(called)) return /\bawait /.test(first);
  const helper = helpers.get(called);
  return helper !== undefined && gateOf(helper, helpers);
}

function firstStatement(body: string): string {
  const code = body.replace(/^\s*(?:\/\/.*\n|\/\*[\s\S]*?\*\/\s*)*/, "");
  return code.split("\n", 1)[0]?.trim() ?? "";
}
