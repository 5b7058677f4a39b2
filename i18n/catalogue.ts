import fs from "node:fs";
import path from "node:path";

export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "nl";

export type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<Language, Messages>();

/** All interface text of a language: one file per namespace in `messages/<language>/`. */
export function loadMessages(language: Language): Messages {
  const known = loaded.get(language);
  if (known && process.env.NODE_ENV === "production") return known;
  const folder = path.join(process.cwd(), "messages", language);
  const messages: Messages = {};
  for (const file of fs.readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    messages[file.slice(0, -".json".length)] = JSON.parse(
      fs.readFileSync(path.join(folder, file), "utf8"),
    ) as Record<string, unknown>;
  }
  loaded.set(language, messages);
  return messages;
}

export function isLanguage(value: string | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}
