import fs from "node:fs";
import path from "node:path";
import type { Catalogue } from "@/messages/catalogue";

export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "nl";
/** Where a browser keeps the language that was chosen. */
export const LANGUAGE_COOKIE = "taal";

const loaded = new Map<Language, Catalogue>();

/** All interface text of a language: one file per namespace in `messages/<language>/`. */
export function loadMessages(language: Language): Catalogue {
  const known = loaded.get(language);
  if (known && process.env.NODE_ENV === "production") return known;
  const folder = path.join(process.cwd(), "messages", language);
  const files: Record<string, unknown> = {};
  for (const file of fs.readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    files[file.slice(0, -".json".length)] = JSON.parse(text);
  }
  // The types are read from the Dutch files; a test holds the other languages to the same keys.
  const messages = files as unknown as Catalogue;
  loaded.set(language, messages);
  return messages;
}

export function isLanguage(value: string | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}
