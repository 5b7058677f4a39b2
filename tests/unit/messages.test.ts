import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES, loadMessages } from "@/i18n/catalogue";

/** Every text in the code that is a literal key, and every literal beginning of a computed one. */
interface Uses {
  exact: Set<string>;
  prefixes: Set<string>;
  /** Where a key was used, to name the place when it is missing. */
  places: Map<string, string>;
}

const NAMESPACES = Object.keys(loadMessages("nl"));
const FOLDERS = ["app", "cli", "components", "db", "domain", "i18n"];
const catalogues = Object.fromEntries(
  LANGUAGES.map((language) => [language, flatten(loadMessages(language))]),
);
const uses = collectUses();

test("the languages have the same keys", () => {
  const [first, ...others] = LANGUAGES;
  const expected = [...(catalogues[first]?.keys() ?? [])].sort();
  for (const language of others) {
    expect([...(catalogues[language]?.keys() ?? [])].sort(), language).toEqual(expected);
  }
});

test("no text is empty", () => {
  for (const language of LANGUAGES) {
    const empty = [...(catalogues[language] ?? [])].filter(([, text]) => text.trim() === "");
    expect(empty, language).toEqual([]);
  }
});

test("every key that the code uses exists", () => {
  const keys = catalogues.nl ?? new Map();
  const missing = [...uses.exact].filter((key) => !keys.has(key) && !hasChildren(keys, key));
  expect(missing.map((key) => `${key} (${uses.places.get(key)})`)).toEqual([]);
  const deadPrefixes = [...uses.prefixes].filter(
    (prefix) => ![...keys.keys()].some((key) => key.startsWith(prefix)),
  );
  expect(deadPrefixes.map((key) => `${key}… (${uses.places.get(key)})`)).toEqual([]);
});

test("every key is used", () => {
  const unused = [...(catalogues.nl?.keys() ?? [])].filter(
    (key) => !uses.exact.has(key) && ![...uses.prefixes].some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

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

function hasChildren(keys: Map<string, string>, key: string): boolean {
  return [...keys.keys()].some((other) => other.startsWith(`${key}.`));
}

function collectUses(): Uses {
  const found: Uses = { exact: new Set(), prefixes: new Set(), places: new Map() };
  for (const folder of FOLDERS) for (const file of sourceFiles(folder)) readUses(file, found);
  return found;
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
      noteUse(found, file, [...namespaces], call[1] ?? call[2] ?? "", !!call[3]);
    }
  }
  // (await getTranslations("sources.add"))("title"), also with a variable for the key.
  for (const call of text.matchAll(
    /\(await getTranslations\("([^"]+)"\)\)\(\s*(?:"([^"]+)"|(\w))/g,
  )) {
    noteUse(found, file, [call[1] ?? ""], call[2] ?? "", !!call[3]);
  }
  // Every command has words in the audit.
  if (file.startsWith("domain")) {
    for (const match of text.matchAll(/\baction: "([\w.]+)"/g)) {
      noteUse(found, file, ["audit.actions"], match[1]?.replaceAll(".", "_") ?? "", false);
    }
  }
  // Whole paths: errors thrown by the domain, sentences at the terminal, and translators handed on.
  for (const match of text.matchAll(/"([a-z]\w*(?:-\w+)*(?:\.\w+)+)"/g)) {
    const key = match[1] ?? "";
    const isError = new RegExp(`^(?:${NAMESPACES.join("|")})\\.errors\\.|^errors\\.`).test(key);
    if (catalogues.nl?.has(key) || (isError && !translatorsIn(text).size)) {
      noteUse(found, file, [""], key, false);
    }
  }
  for (const match of text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)) {
    const prefix = match[1] ?? "";
    if (keysOf("nl").some((key) => key.startsWith(prefix)))
      noteUse(found, file, [""], prefix, true);
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

/** Notes a key (or the beginning of one) under the namespaces in which it exists; under all when in none. */
function noteUse(
  found: Uses,
  file: string,
  namespaces: string[],
  key: string,
  isPrefix: boolean,
): void {
  const all = namespaces.map((namespace) => {
    if (!namespace) return key;
    return key || isPrefix ? `${namespace}.${key}` : namespace;
  });
  const exists = (path_: string) =>
    keysOf("nl").some((one) =>
      isPrefix ? one.startsWith(path_) : one === path_ || one.startsWith(`${path_}.`),
    );
  const known = all.filter(exists);
  for (const path_ of known.length > 0 ? known : all) {
    (isPrefix ? found.prefixes : found.exact).add(path_);
    found.places.set(path_, file);
  }
}

function keysOf(language: string): string[] {
  return [...(catalogues[language]?.keys() ?? [])];
}
