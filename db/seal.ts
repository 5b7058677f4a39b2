import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys that were derived, by their purpose: a list unseals thousands of rows. */
const derived = new Map<string, { secret: string; key: Buffer }>();

function key(purpose = "sealed rows, 1"): Buffer {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  const known = derived.get(purpose);
  if (known?.secret === secret) return known.key;
  const made = Buffer.from(hkdfSync("sha256", secret, "herleid", purpose, 32));
  derived.set(purpose, { secret, key: made });
  return made;
}

/**
 * By which sealed words are known when they come again, in hexadecimal. Without the key of the configuration nobody finds
 * them by trying.
 *
 * @param about where they are compared: the same words elsewhere give something else.
 */
export function keyed(about: string, words: string): string {
  return createHmac("sha256", key("compared words, 1")).update(`${about}\n${words}`).digest("hex");
}

/**
 * Words that a copy of the database must not give away, sealed with a key from the configuration.
 *
 * @param about what they belong to, as `mail <id>`: moved to another row they cannot be opened.
 */
export function seal(about: string, words: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(about));
  const sealed = [cipher.update(words, "utf8"), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString("base64url");
}

/** What was sealed; null when it was sealed with another key, for another row, or was changed. */
export function unseal(about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const end = IV_BYTES + TAG_BYTES;
  if (bytes.length < end) return null;
  const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(IV_BYTES, end));
  try {
    return decipher.update(bytes.subarray(end), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
