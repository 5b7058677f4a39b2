import type { Hash } from "@/domain/editions/model";

/** Texts of which the browser makes the sums at the same time. */
const AT_ONCE = 2_000;

/**
 * Does something that needs sums of texts, in a browser, which makes them only later: once to hear of which texts, and once
 * more with their sums. What is done must ask for the same both times.
 */
export async function hashed<Result>(work: (hash: Hash) => Result): Promise<Result> {
  const texts = new Set<string>();
  work((text) => {
    texts.add(text);
    return "";
  });
  const sums = new Map<string, string>();
  const encoder = new TextEncoder();
  const all = [...texts];
  for (let i = 0; i < all.length; i += AT_ONCE) {
    await Promise.all(
      all.slice(i, i + AT_ONCE).map(async (text) => {
        const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
        sums.set(text, hexOf(new Uint8Array(digest)));
      }),
    );
  }
  return work((text) => sums.get(text) ?? "");
}

const hexOf = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
