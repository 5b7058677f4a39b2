import { decode, encode, type JWT } from "next-auth/jwt";
import { SESSION_LIFETIME } from "@/domain/accounts/model";

/**
 * The cookie of a session: next-auth's own encrypted token. Apart from `session.ts`, because
 * `proxy.ts` reads it too and knows no database.
 */

export const isSecure = () => process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
export const sessionCookie = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;

function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
}

export function sealed(token: JWT): Promise<string> {
  return encode({ secret: secret(), maxAge: SESSION_LIFETIME, token });
}

/** What the cookie says, or null when it says nothing that is (still) ours. */
export async function opened(value: string | undefined): Promise<JWT | null> {
  return value ? decode({ token: value, secret: secret() }).catch(() => null) : null;
}
