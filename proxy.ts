import { type NextRequest, NextResponse } from "next/server";
import { safeHeaders } from "./app/_lib/safe-headers";

/** Sets the security headers of every page; scripts and styles run only with this answer's nonce. */
export function proxy(request: NextRequest): NextResponse {
  // No address of ours has a NUL in it, and PostgreSQL refuses to look for one.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search)) {
    return new NextResponse(null, { status: 400 });
  }
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
  const https = request.nextUrl.protocol === "https:" || undefined;
  for (const [name, value] of safeHeaders(https)) response.headers.set(name, value);
  return response;
}

/**
 * Not what Next serves as it is; and not the files that people send: for everything that passes here
 * the whole body is held first, and cut off at a limit without a word. That handler sets its own
 * headers.
 */
export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|dossiers/[^/]+/bronnen/opsturen$).*)",
  ],
};
