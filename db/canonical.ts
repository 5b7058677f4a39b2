/**
 * JSON with sorted keys and without absent fields: equal values give equal text. For what consists of strings, whole numbers,
 * truth values, null, lists and plain objects it is that of RFC 8785 (JSON Canonicalization Scheme): keys are sorted by UTF-16
 * units, and signs are escaped as ECMAScript does.
 *
 * @param bytes what stands for bytes; without it they may not stand in it.
 */
export function canonicalJson(value: unknown, bytes?: (bytes: Uint8Array) => unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, inner: unknown) {
    // What stands there itself: a buffer says its bytes one by one.
    const held = this[key];
    if (held instanceof Uint8Array && bytes) return bytes(held);
    return inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, field]) => field !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner;
  });
}
