import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** Where the keys of the log come from: what the environment says, and where the database stands. */
interface Place {
  url?: string;
  folder?: string | null;
}

/**
 * Signs what stands in the log, and knows such a signature again. The key is not in the database: who
 * can write there can make every hash fit, but not this.
 */
export interface AuditKeys {
  /** @returns null when there is no key. */
  sign(what: Signed): string | null;
  /** Whether one of the known keys signed this; null when none is known, so that nobody can tell. */
  signed(what: Signed, signature: string | null): boolean | null;
}

export interface Signed {
  /** A row and a head that say the same have signatures of their own. */
  as: "row" | "head";
  chain: string;
  n: number;
  sha256: string;
}

/** The first signs, all are known. */
export function keysOf(secrets: readonly (string | Buffer)[]): AuditKeys {
  const keys = secrets.map((secret) =>
    Buffer.from(hkdfSync("sha256", secret, "herleid", "the log, 1", 32)),
  );
  const signature = (key: Buffer, { as, chain, n, sha256 }: Signed) =>
    createHmac("sha256", key).update([as, chain, n, sha256].join("\n")).digest("hex");
  return {
    sign: (what) => (keys[0] ? signature(keys[0], what) : null),
    signed: (what, given) =>
      keys.length === 0 ? null : keys.some((key) => signature(key, what) === given),
  };
}

/**
 * The keys for a database. `HERLEID_AUDIT_KEY` (the newest first, older ones behind a comma) goes before
 * everything. Else an embedded database has a key in a file of its folder, so that every program that
 * opens it has the same, and a server has one made of the secret that sessions are signed with.
 */
export function auditKeysFor({ url, folder }: Place): AuditKeys {
  const given = (process.env.HERLEID_AUDIT_KEY ?? "").split(",").map((key) => key.trim());
  const secrets: (string | Buffer)[] = given.filter((key) => key !== "");
  if (url) {
    if (secrets.length === 0 && process.env.NEXTAUTH_SECRET)
      secrets.push(process.env.NEXTAUTH_SECRET);
  } else if (folder) {
    secrets.push(keyInFolder(folder));
  } else {
    secrets.push(randomBytes(32));
  }
  return keysOf(secrets);
}

function keyInFolder(folder: string): string {
  const file = path.join(folder, "audit-key");
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return fs.readFileSync(file, "utf8");
}

// Bundles of one process each have their own module state; the database is one per process.
const shared = globalThis as { herleidAuditKeys?: AuditKeys };

/** From here on the log of this process is signed by these. */
export function setAuditKeys(keys: AuditKeys): void {
  shared.herleidAuditKeys = keys;
}

/** The keys of the database of this process. */
export function auditKeys(): AuditKeys {
  shared.herleidAuditKeys ??= keysOf([]);
  return shared.herleidAuditKeys;
}
