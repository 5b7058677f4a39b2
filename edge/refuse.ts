import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage } from "@/app/_lib/plain-page";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGE_COOKIE } from "@/i18n/catalogue";
import { sentencesIn } from "@/i18n/sentence";
import type { MessageKey } from "@/messages/catalogue";

/**
 * Answers with one sentence, without any of the pages: a page for a browser that wants one, and the
 * bare words for a script, which shows them in its form.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  key: MessageKey,
  params: Record<string, number> = {},
): void {
  const language = languageOf(request);
  const words = sentencesIn(language)(key, params);
  response.statusCode = status;
  response.setHeader("cache-control", "private, no-store");
  if (!wantsPage(request)) {
    // Next shows the words of an answer to an action only when its type is exactly this.
    const toAction = request.headers["next-action"] !== undefined;
    response.setHeader("content-type", toAction ? "text/plain" : "text/plain; charset=utf-8");
    response.end(request.method === "HEAD" ? undefined : words);
    return;
  }
  // The words are our own, so nothing in them needs escaping.
  const { html, headers } = plainPage(language, `${status}`, `<h1>${status}</h1>\n<p>${words}</p>`);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(request.method === "HEAD" ? undefined : html);
}

/** Whether a browser shows the answer as it is: a script says what it wants, or is of ours. */
export function wantsPage({ headers }: IncomingMessage): boolean {
  if (headers["next-action"] !== undefined || headers.rsc !== undefined) return false;
  return headers.accept?.includes("text/html") ?? false;
}

function languageOf(request: IncomingMessage) {
  const chosen = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(
    request.headers.cookie ?? "",
  )?.[1];
  return isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE;
}
