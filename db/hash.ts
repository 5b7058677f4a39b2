import { createHash } from "node:crypto";
import { canonicalJson as canonical } from "./canonical";

/** SHA-256 in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Canonical JSON in which bytes are said by their hash: written out one by one a file would take a hundred times its size. */
export function canonicalJson(value: unknown): string {
  return canonical(value, (bytes) => ({ sha256: sha256(bytes) }));
}

/** What a thing looked like, as one hash over its canonical form. */
export function fingerprint(value: unknown): string {
  return sha256(canonicalJson(value));
}
