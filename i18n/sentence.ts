import { createTranslator } from "use-intl/core";
import type { MessageKey } from "@/messages/catalogue";
import { DEFAULT_LANGUAGE, isLanguage, type Language, loadMessages } from "./catalogue";

type Params = Record<string, string | number>;

/** Gives sentences of one language by their path in the catalogue, namespace first. */
export function sentencesIn(locale: Language): (key: MessageKey, params?: Params) => string {
  const translate = createTranslator({ locale, messages: loadMessages(locale) });
  return (key, params) => translate(key, params);
}

const said = new Map<Language, ReturnType<typeof sentencesIn>>();

/**
 * A sentence outside a request: at the terminal and in what is written to the log. The language
 * is `HERLEID_LANGUAGE` (nl or en), Dutch by default.
 */
export function sentence(key: MessageKey, params: Params = {}): string {
  const wanted = process.env.HERLEID_LANGUAGE;
  const language = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
  // Read once: a report has a sentence for each of its thousands of blocks.
  const words = said.get(language) ?? sentencesIn(language);
  said.set(language, words);
  return words(key, params);
}
