import { type NextRequest, NextResponse } from "next/server";
import { PROOF_COOKIE, proofOf } from "./app/_lib/sign-in-proof";

/** The page of a sign-in link; see `components/addresses.ts`. */
const SIGN_IN_LINK = /^\/aanmelden\/([^/]+)$/;

/**
 * Gives every page its own policy: scripts and styles run only with this answer's nonce. The headers
 * that are the same for every answer are set before, by the edge.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    // React's development build evaluates code to show where errors come from.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const [, token] = SIGN_IN_LINK.exec(request.nextUrl.pathname) ?? [];
  if (token && request.method === "GET") {
    response.cookies.set(PROOF_COOKIE, proofOf(decodeURIComponent(token)), {
      httpOnly: true,
      sameSite: "lax",
      secure: process.env.NEXTAUTH_URL?.startsWith("https:") ?? false,
      path: request.nextUrl.pathname,
    });
  }
  return response;
}

/**
 * Not what Next serves as it is; and not the files that people send: for everything that passes here
 * the whole body is held first. That handler answers no page, so the policy of the edge does.
 */
export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|dossiers/[^/]+/bronnen/opsturen$).*)",
  ],
};
