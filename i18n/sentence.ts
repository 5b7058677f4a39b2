import { createTranslator } from "use-intl/core";
import type { MessageKey } from "@/messages/catalogue";
import { DEFAULT_LANGUAGE, isLanguage, type Language, loadMessages } from "./catalogue";

type Params = Record<string, string | number>;

/** Gives sentences of one language by their path in the catalogue, namespace first. */
export function sentencesIn(locale: Language): (key: MessageKey, params?: Params) => string {
  const translate = createTranslator({ locale, messages: loadMessages(locale) });
  return (key, params) => translate(key, params);
}

/**
 * A sentence outside a request: at the terminal and in what is written to the log. The language
 * is `HERLEID_LANGUAGE` (nl or en), Dutch by default.
 */
export function sentence(key: MessageKey, params: Params = {}): string {
  const wanted = process.env.HERLEID_LANGUAGE;
  return sentencesIn(isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE)(key, params);
}
