import { getLocale, getTranslations } from "next-intl/server";
import { addresses } from "@/components/addresses";
import { storable } from "@/domain/kernel/fields";
import { MAX_FORM_KILOBYTES } from "@/domain/kernel/submission";
import { escaped } from "@/domain/text/rules";
import type { Language } from "@/i18n/catalogue";
import { plainPage } from "./plain-page";

/**
 * The answer to a form that a browser without scripts sent while nobody was signed in: that same form,
 * to be sent again after signing in. Nothing of it is stored. A browser sends no file twice, so files
 * are asked for anew.
 *
 * @param to where the form goes; @param page where it stands, to be led to after signing in.
 * @param lost the name of a text field that was too large to be given back: it is asked for anew too.
 */
export async function sendAgain(
  data: FormData,
  to: string,
  page: string,
  lost: string | null = null,
): Promise<Response> {
  const t = await getTranslations("accounts.sendAgain");
  const fields = [...data].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const files = filesIn(data).map(({ name, names }) => {
    const label = escaped(t("file", { names: names.join(", ") }));
    const several = names.length > 1 ? " multiple" : "";
    return `<label>${label}<input type="file" name="${escaped(name)}" required${several}></label>`;
  });
  const text = lost
    ? `<label>${escaped(t("pasteAgain"))}<textarea name="${escaped(lost)}" rows="8" required></textarea></label>`
    : "";
  const words = fields.filter(([name, value]) => !name.startsWith("$") && /\S\s+\S/.test(value));
  const shown = words.map(([, value]) => `<blockquote>${escaped(value)}</blockquote>`);
  const body = lost
    ? t("bodyWithoutText", { limit: MAX_FORM_KILOBYTES / 1024 })
    : files.length > 0
      ? t("bodyWithFile")
      : t("body");
  const main = `<h1>${escaped(t("title"))}</h1>
<p>${escaped(body)}</p>
<p><a href="${escaped(addresses.signIn({ next: page }))}" target="_blank">${escaped(t("signIn"))}</a></p>
<form method="post" action="${escaped(to)}" enctype="multipart/form-data">
${[...hidden, ...files, text].join("\n")}
<button type="submit">${escaped(t("submit"))}</button>
</form>
${shown.length > 0 ? `<h2>${escaped(t("words"))}</h2>\n${shown.join("\n")}` : ""}`;
  const { html, headers } = plainPage((await getLocale()) as Language, t("title"), main);
  return new Response(html, { status: 401, headers });
}

/** The fields in which files were chosen; one left empty arrives as a file without a name. */
function filesIn(data: FormData): { name: string; names: string[] }[] {
  // In one pass: to ask for each field by its name looks through all of them every time.
  const files = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (!(value instanceof File) || !value.name) continue;
    const names = files.get(name) ?? [];
    names.push(storable(value.name));
    files.set(name, names);
  }
  return [...files].map(([name, names]) => ({ name, names }));
}
