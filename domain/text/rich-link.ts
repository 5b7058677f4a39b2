/** Longest address in a text; browsers and Word take no more than about this. */
export const MAX_HREF = 2_000;

const SCHEMES: readonly string[] = ["https:", "mailto:"];

/**
 * The address as it is stored, or null when it may not be: only `https:` and `mailto:`, parsed the
 * way a browser does (so that `java\nscript:` is what it becomes), without a user name that could
 * pose as another site. A letter goes to one address, with a subject at most: a line break in it, or
 * a `bcc`, would write in somebody's letter what they did not see.
 */
export function allowedHref(href: unknown): string | null {
  if (typeof href !== "string" || href.length > MAX_HREF) return null;
  let url: URL;
  try {
    url = new URL(href.trim());
  } catch {
    return null;
  }
  if (!SCHEMES.includes(url.protocol) || url.username || url.password) return null;
  if (url.protocol === "https:" ? !url.hostname : !isOneMailAddress(url)) return null;
  return url.href.length <= MAX_HREF ? url.href : null;
}

function isOneMailAddress({ pathname, search }: URL): boolean {
  const fields = [...new URLSearchParams(search)];
  if (!fields.every(([name, value]) => name === "subject" && !/\p{Cc}/u.test(value))) return false;
  try {
    return /^[^\s\p{Cc}@,;:<>"]+@[^\s\p{Cc}@,;:<>"]+$/u.test(decodeURIComponent(pathname));
  } catch {
    return false;
  }
}
