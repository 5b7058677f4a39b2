/** Longest address in a text; browsers and Word take no more than about this. */
export const MAX_HREF = 2_000;

const SCHEMES: readonly string[] = ["https:", "mailto:"];

/**
 * The address as it is stored, or null when it may not be: only `https:` and `mailto:`, parsed the
 * way a browser does (so that `java\nscript:` is what it becomes), without a user name that could
 * pose as another site.
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
  if (url.protocol === "https:" ? !url.hostname : !url.pathname.includes("@")) return null;
  return url.href.length <= MAX_HREF ? url.href : null;
}
