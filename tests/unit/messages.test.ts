import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES, loadMessages } from "@/i18n/catalogue";

// That a key exists is for the compiler to say: see messages/catalogue.ts.

/** Every text in the code that is a literal key, and every literal beginning of a computed one. */
interface Uses {
  exact: Set<string>;
  prefixes: Set<string>;
}

const FOLDERS = ["app", "cli", "components", "db", "domain", "edge", "i18n"];
const catalogues = Object.fromEntries(
  LANGUAGES.map((language) => [language, flatten(loadMessages(language))]),
);
const dutch = catalogues.nl ?? new Map<string, string>();
const keys = [...dutch.keys()];

test("the languages have the same keys", () => {
  for (const language of LANGUAGES) {
    expect([...(catalogues[language]?.keys() ?? [])].sort(), language).toEqual(
      [...dutch.keys()].sort(),
    );
  }
});

test("no text is empty", () => {
  for (const language of LANGUAGES) {
    const empty = [...(catalogues[language] ?? [])].filter(([, text]) => text.trim() === "");
    expect(empty, language).toEqual([]);
  }
});

test("a text has the same placeholders in every language", () => {
  for (const language of LANGUAGES) {
    const different = [...dutch].filter(
      ([key, text]) =>
        placeholdersIn(text).join() !== placeholdersIn(catalogues[language]?.get(key) ?? "").join(),
    );
    expect(different, language).toEqual([]);
  }
});

test("placeholders are found in all forms of a text", () => {
  expect(placeholdersIn("{b} en {a, number}, '{geen}'")).toEqual(["a", "b"]);
  expect(
    placeholdersIn(
      "{n, plural, =0 {geen} one {# van {naam}} other {# {wie, select, a {x} other {y}}}}",
    ),
  ).toEqual(["n", "naam", "wie"]);
});

test("a reactie is a reaction in English, and never a response", () => {
  // But for the "response report" (reactienota), which holds all of them.
  const other = [...(catalogues.en ?? [])].filter(([, text]) =>
    /\bresponses?\b(?! report)/i.test(text),
  );
  expect(other).toEqual([]);
});

test("every action of the audit has words", () => {
  const actions = sourceFiles("domain").flatMap((file) => actionsIn(fs.readFileSync(file, "utf8")));
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((key) => !dutch.has(key))).toEqual([]);
});

test("every key is used", () => {
  const uses: Uses = { exact: new Set(), prefixes: new Set() };
  for (const folder of FOLDERS) for (const file of sourceFiles(folder)) readUses(file, uses);
  const unused = [...dutch.keys()].filter(
    (key) => !uses.exact.has(key) && ![...uses.prefixes].some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

/** The names of the values that are filled into a text (ICU), sorted, each once. */
function placeholdersIn(text: string): string[] {
  const found = new Set<string>();
  const bare = text.replaceAll("''", "").replace(/'[{}][^']*'/g, "");
  let at = 0;
  const message = () => {
    for (; at < bare.length && bare[at] !== "}"; at += 1) if (bare[at] === "{") argument();
  };
  /** From its opening bracket to its closing one; the forms of a plural or select are texts. */
  const argument = () => {
    const [whole = "", name = "", kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(bare.slice(at)) ?? [];
    found.add(name);
    for (at += whole.length; at < bare.length && bare[at] !== "}"; at += 1) {
      if (kind && bare[at] === "{") {
        at += 1;
        message();
      }
    }
  };
  message();
  return [...found].sort();
}

/** The keys of the words for the actions that commands write into the audit. */
function actionsIn(text: string): string[] {
  return [...text.matchAll(/\baction: "([\w.]+)"/g)].map(
    (match) => `audit.actions.${match[1]?.replaceAll(".", "_")}`,
  );
}

function flatten(value: unknown, prefix = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[prefix, value]]);
  const all = new Map<string, string>();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    for (const [path_, text] of flatten(inner, prefix ? `${prefix}.${key}` : key)) {
      all.set(path_, text);
    }
  }
  return all;
}

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
}

function readUses(file: string, found: Uses): void {
  const text = fs.readFileSync(file, "utf8");
  for (const [name, namespaces] of translatorsIn(text)) {
    const calls = new RegExp(
      `(?<![\\w.])${name}(?:\\.(?:rich|markup|has|raw))?\\(\\s*(?:"([^"]+)"|\`([^\`$]*)(\\$)?)`,
      "g",
    );
    for (const call of text.matchAll(calls)) {
      noteUse(found, [...namespaces], call[1] ?? call[2] ?? "", !!call[3]);
    }
  }
  // (await getTranslations("sources.add"))("title"), also with a variable for the key.
  for (const call of text.matchAll(
    /\(await getTranslations\("([^"]+)"\)\)\(\s*(?:"([^"]+)"|(\w))/g,
  )) {
    noteUse(found, [call[1] ?? ""], call[2] ?? "", !!call[3]);
  }
  if (file.startsWith("domain")) for (const key of actionsIn(text)) found.exact.add(key);
  // Whole paths: errors thrown by the domain, sentences at the terminal, and translators handed on.
  for (const match of text.matchAll(/"([a-z]\w*(?:-\w+)*(?:\.\w+)+)"/g)) {
    if (dutch.has(match[1] ?? "")) found.exact.add(match[1] ?? "");
  }
  for (const match of text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)) {
    const prefix = match[1] ?? "";
    if (keys.some((key) => key.startsWith(prefix))) found.prefixes.add(prefix);
  }
}

/**
 * The names of translators in a file with the namespaces they may stand for: one name can be used
 * in several functions of a file.
 */
function translatorsIn(text: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const note = (name: string, namespace: string) =>
    names.set(name, (names.get(name) ?? new Set()).add(namespace));
  const call = String.raw`(?:getTranslations|useTranslations)\(\s*(?:"([^"]*)"|\{[^}]*namespace:\s*"([^"]*)"[^}]*\})?\s*,?\s*\)`;
  for (const match of text.matchAll(
    new RegExp(String.raw`(?:const|let)\s+(\w+)(?:\s*:\s*[^=]+)?\s*=\s*(?:await\s+)?${call}`, "g"),
  )) {
    note(match[1] ?? "", match[2] ?? match[3] ?? "");
  }
  // const [t, actor] = await Promise.all([getTranslations("a"), currentActor()])
  for (const match of text.matchAll(
    /(?:const|let)\s+\[([\w\s,]+)\]\s*=\s*(?:await\s+Promise\.all\(\s*)?\[([\s\S]*?)\]\)?;/g,
  )) {
    const parts = elementsOf(match[2] ?? "");
    for (const [index, name] of (match[1] ?? "").split(",").entries()) {
      const translator = new RegExp(call).exec(parts[index] ?? "");
      if (translator) note(name.trim(), translator[1] ?? translator[2] ?? "");
    }
  }
  return names;
}

/** Splits the inside of an array literal at the commas that stand outside brackets. */
function elementsOf(inside: string): string[] {
  const elements = [""];
  let depth = 0;
  for (const character of inside) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) elements.push("");
    else elements[elements.length - 1] += character;
  }
  return elements;
}

/** Notes a key (or the beginning of one) under the namespaces in which it exists. */
function noteUse(found: Uses, namespaces: string[], key: string, isPrefix: boolean): void {
  for (const namespace of namespaces) {
    const path_ = [namespace, key].filter(Boolean).join(".") + (isPrefix && !key ? "." : "");
    if (isPrefix && keys.some((one) => one.startsWith(path_))) found.prefixes.add(path_);
    if (!isPrefix && dutch.has(path_)) found.exact.add(path_);
  }
}
