/** Header in which `proxy.ts` tells a page its own address: path and query. */
export const ASKED_FOR = "x-asked-for";

/** Cookie that leads back to where somebody was before signing in; only for the sign-in pages. */
export const RETURN_COOKIE = "verder";

const MAX_LENGTH = 2_000;

/** The address within this site that is meant, or null: another site never is. */
export function ownAddress(text: string | null | undefined): string | null {
  if (!text || text.length > MAX_LENGTH || !/^\/(?![\\/])/.test(text)) return null;
  const here = "http://own.invalid";
  if (!URL.canParse(text, here)) return null;
  const { origin, pathname, search, hash } = new URL(text, here);
  // Control characters are dropped by the parser, and may make two slashes of it.
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : null;
}
