import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Shows that a browser opened the page of a sign-in link before its button was pressed: the page
 * leaves it behind as a cookie. A request made by hand from the link alone does not have it, nor has a
 * browser that another site sends here to sign somebody in as somebody else.
 */
export const PROOF_COOKIE = "aanmelden";

/** What the page of this link leaves behind. */
export function proofOf(token: string): string {
  return createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`sign-in:${token}`)
    .digest("base64url");
}

/** Whether this cookie came from the page of this link. */
export function isProof(value: string | undefined, token: string): boolean {
  const [given, right] = [Buffer.from(value ?? ""), Buffer.from(proofOf(token))];
  return given.length === right.length && timingSafeEqual(given, right);
}
