import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { TIME_ZONE } from "@/domain/kernel/dates";
import type { Catalogue } from "@/messages/catalogue";
import {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGE_COOKIE,
  type Language,
  loadMessages,
} from "./catalogue";

declare module "next-intl" {
  /** With this the compiler knows the languages and every text: a key that is not there is an error. */
  interface AppConfig {
    Locale: Language;
    Messages: Catalogue;
  }
}

/** The language of a request: what the visitor chose, else Dutch. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const locale = isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE;
  return { locale, messages: loadMessages(locale), timeZone: TIME_ZONE };
});
