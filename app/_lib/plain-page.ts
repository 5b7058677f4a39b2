import { randomUUID } from "node:crypto";
import { escaped } from "@/domain/text/rules";
import type { Language } from "@/i18n/catalogue";

/** Needs no style sheet of the app: their names are known to pages only. */
const STYLE = `
  body { margin: 0 auto; max-inline-size: 42rem; padding: 1.5rem; font: 1.0625rem/1.6 sans-serif; color: #1c1c1c; background: #fff; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { font-size: 1.25rem; }
  blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid #767676; white-space: pre-wrap; overflow-wrap: anywhere; }
  label { display: block; font-weight: bold; }
  input, textarea { display: block; box-sizing: border-box; margin-block: 0.5rem 1rem; max-inline-size: 100%; font: inherit; }
  textarea { inline-size: 100%; }
  a { color: #154273; }
  button { font: inherit; padding: 0.75rem 1.25rem; border: 2px solid #154273; background: #154273; color: #fff; }
  :focus-visible { outline: 3px solid #1c1c1c; outline-offset: 2px; }
`;

/**
 * A page of its own, for when no page of the app can answer: no scripts, nothing from outside.
 *
 * @param main HTML; what people wrote in it is {@link escaped}.
 * @returns the page and the headers it is sent with.
 */
export function plainPage(
  language: Language,
  title: string,
  main: string,
): { html: string; headers: Record<string, string> } {
  const nonce = randomUUID();
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Herleid</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return {
    html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": policy,
    },
  };
}
