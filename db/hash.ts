import { createHash } from "node:crypto";

/** SHA-256 in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * JSON with sorted keys and without absent fields: equal values give equal text. Bytes are said by their hash: written
 * out one by one a file would take a hundred times its size.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, inner: unknown) {
    // What stands there itself: a buffer says its bytes one by one.
    const held = this[key];
    if (held instanceof Uint8Array) return { sha256: sha256(held) };
    return inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, field]) => field !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner;
  });
}

/** What a thing looked like, as one hash over its canonical form. */
export function fingerprint(value: unknown): string {
  return sha256(canonicalJson(value));
}
