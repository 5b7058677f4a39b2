import { decode, encode } from "next-auth/jwt";
import { SESSION_LIFETIME } from "@/domain/accounts/model";

/**
 * The token of a session and the cookie that holds it: the only file that knows next-auth. It is
 * next-auth's own encrypted token, and says no more than whose session it is and which.
 */

export interface SessionToken {
  accountId: string;
  sessionId: string;
}

export const secure = () => process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
export const cookieName = () => `${secure() ? "__Secure-" : ""}next-auth.session-token`;

function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
}

export function sealSession({ accountId, sessionId }: SessionToken): Promise<string> {
  return encode({
    secret: secret(),
    maxAge: SESSION_LIFETIME,
    token: { sub: accountId, session: sessionId },
  });
}

/** What the token says; null when it is not of our making or too old. */
export async function openSession(value: string): Promise<SessionToken | null> {
  const token = await decode({ token: value, secret: secret() }).catch(() => null);
  if (!token?.sub || typeof token.session !== "string") return null;
  return { accountId: token.sub, sessionId: token.session };
}

/** Enough for everybody who works here at once; who is not among them is opened anew. */
const KEPT = 1_000;
const kept = new Map<string, Promise<SessionToken | null>>();

/**
 * The account in a `Cookie` header, for who counts questions. Whether the session still lives is not
 * asked here: that takes the database, and is asked where something is shown or done.
 */
export async function accountInCookie(header: string): Promise<string | undefined> {
  const start = `${cookieName()}=`;
  const value = header
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
  if (!value) return undefined;
  let opened = kept.get(value);
  if (!opened) {
    opened = openSession(value);
    if (kept.size >= KEPT) kept.clear();
    kept.set(value, opened);
  }
  return (await opened)?.accountId;
}
