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
  const note = (set: Set<string>, key: string) => {
    set.add(key);
    found.places.set(key, file);
  };
  // const t = await getTranslations("sources") / useTranslations("sources") / ("a.b") / ({ locale, namespace: "x" }) / ()
  const translators =
    /(?:const|let)\s+(\w+)(?:\s*:\s*[^=]+)?\s*=\s*(?:await\s+)?(?:getTranslations|useTranslations)\(\s*(?:"([^"]*)"|\{[^}]*namespace:\s*"([^"]*)"[^}]*\})?\s*,?\s*\)/g;
  const names = new Map<string, Set<string>>();
  for (const match of text.matchAll(translators)) {
    const namespaces = names.get(match[1] ?? "") ?? new Set<string>();
    namespaces.add(match[2] ?? match[3] ?? "");
    names.set(match[1] ?? "", namespaces);
  }
  for (const [name, namespaces] of names) {
    const calls = new RegExp(
      `(?<![\\w.])${name}(?:\\.(?:rich|markup|has|raw))?\\(\\s*(?:"([^"]+)"|\`([^\`$]*)(\\$)?)`,
      "g",
    );
    for (const call of text.matchAll(calls)) {
      for (const namespace of namespaces) {
        const start = namespace ? `${namespace}.` : "";
        if (call[1]) note(found.exact, start + call[1]);
        else if (call[3]) note(found.prefixes, start + (call[2] ?? ""));
        else note(found.exact, start + (call[2] ?? ""));
      }
    }
  }
  // Whole paths: errors thrown by the domain, sentences at the terminal, and translators handed on.
  for (const match of text.matchAll(/"([a-z]\w*(?:-\w+)*(?:\.\w+)+)"/g)) {
    const key = match[1] ?? "";
    if (catalogues.nl?.has(key)) note(found.exact, key);
    else if (/\.errors\.|^errors\./.test(key)) note(found.exact, key);
  }
  for (const match of text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)) {
    const prefix = match[1] ?? "";
    if ([...(catalogues.nl?.keys() ?? [])].some((key) => key.startsWith(prefix))) {
      note(found.prefixes, prefix);
    }
  }
}
