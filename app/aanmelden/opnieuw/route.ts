import { getLocale, getTranslations } from "next-intl/server";
import { boundedForm, unkeptAnswer } from "@/app/_lib/form-post";
import { ASKED_FOR, ownAddress } from "@/app/_lib/return-address";
import { addresses } from "@/components/addresses";

/** As large as any form of ours; files stand outside, and browsers do not send them twice. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * A browser without scripts sent a form while nobody was signed in: `proxy.ts` brings it here. The
 * answer is that same form, to be sent again after signing in; nothing of it is stored. Nobody else
 * can put words here: the edge refuses what no page of ours sent.
 */
export async function POST(request: Request): Promise<Response> {
  const to = ownAddress(request.headers.get(ASKED_FOR));
  if (!to) return unkeptAnswer(null, 403);
  let data: FormData;
  try {
    data = await boundedForm(request, MAX_BODY_BYTES);
  } catch {
    return unkeptAnswer(null, 413);
  }
  const nonce = crypto.randomUUID();
  const answer = unkeptAnswer(await pageOf(data, to, nonce), 401, {
    "content-type": "text/html; charset=utf-8",
  });
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  answer.headers.set("content-security-policy", policy);
  return answer;
}

/** Somebody opens the address itself. */
export async function GET(): Promise<Response> {
  return unkeptAnswer(null, 303, { location: addresses.signIn() });
}

/** Needs no style sheet of the app: their names are known to pages only. */
const STYLE = `
  body { margin: 0 auto; max-inline-size: 42rem; padding: 1.5rem; font: 1.0625rem/1.6 sans-serif; color: #1c1c1c; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { font-size: 1.25rem; }
  blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid #767676; white-space: pre-wrap; overflow-wrap: anywhere; }
  a { color: #154273; }
  button { font: inherit; padding: 0.75rem 1.25rem; border: 2px solid #154273; background: #154273; color: #fff; }
  :focus-visible { outline: 3px solid #1c1c1c; outline-offset: 2px; }
`;

/** The page, with every field of the form as it was sent. */
async function pageOf(data: FormData, to: string, nonce: string): Promise<string> {
  const t = await getTranslations("accounts.sendAgain");
  const fields = [...data].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const words = fields.filter(([name, value]) => !name.startsWith("$") && /\S\s+\S/.test(value));
  const shown = words.map(([, value]) => `<blockquote>${escaped(value)}</blockquote>`);
  return `<!doctype html>
<html lang="${await getLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t("title"))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(t("title"))}</h1>
<p>${escaped(t("body"))}</p>
<p><a href="${escaped(addresses.signIn({ next: to }))}" target="_blank">${escaped(t("signIn"))}</a></p>
<form method="post" action="${escaped(to)}" enctype="multipart/form-data">
${hidden.join("\n")}
<button type="submit">${escaped(t("submit"))}</button>
</form>
${shown.length > 0 ? `<h2>${escaped(t("words"))}</h2>\n${shown.join("\n")}` : ""}
</main>
</body>
</html>`;
}

const SIGNS: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
