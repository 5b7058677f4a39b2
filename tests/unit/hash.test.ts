import { expect, test } from "vitest";
import { canonicalJson, fingerprint } from "@/db/hash";

test("equal values give equal text, in whatever order their fields come", () => {
  expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe('{"a":[{"d":2}],"b":1}');
  expect(canonicalJson({ a: [2, 1] })).not.toBe(canonicalJson({ a: [1, 2] }));
});

test("bytes are said by their hash, whatever they come in: a file of megabytes is a short text", () => {
  const bytes = new Uint8Array(3_000_000).fill(7);
  const said = canonicalJson({ file: { bytes } });
  expect(said.length).toBeLessThan(200);
  expect(canonicalJson({ file: { bytes: Buffer.from(bytes) } })).toBe(said);
  const other = bytes.slice();
  other[2_999_999] = 8;
  expect(fingerprint({ bytes: other })).not.toBe(fingerprint({ bytes }));
});
