import { type NextRequest, NextResponse } from "next/server";
import { ASKED_FOR, ownAddress, RETURN_COOKIE } from "./app/_lib/return-address";
import { cookieName, openSession, secure } from "./app/_lib/session-token";
import { PROOF_COOKIE, proofOf } from "./app/_lib/sign-in-proof";
import { addresses, PARAMETERS } from "./components/addresses";
import { actorOfSession } from "./domain/accounts/queries";
import { SIGNED_OUT } from "./domain/kernel/submission";

/** The page of a sign-in link; see `components/addresses.ts`. */
const SIGN_IN_LINK = /^\/aanmelden\/([^/]+)$/;
/** How long somebody has to find the link and sign in. */
const RETURN_SECONDS = 60 * 60;

/**
 * Gives every page its own policy: scripts and styles run only with this answer's nonce. The headers
 * that are the same for every answer are set before, by the edge. Sees to it that who is signed out
 * meanwhile finds the way back, with what was sent.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (await isSentSignedOut(request)) {
    // A page that runs scripts stays where it is, with what was typed (components/ui/trouble.ts).
    if (request.headers.has("next-action")) {
      const headers = { "content-type": "text/plain" };
      return new NextResponse(SIGNED_OUT, { status: 401, headers });
    }
    // As a header: a handler behind a rewrite sees the address that was asked for, and its query.
    const headers = new Headers(request.headers);
    headers.set(ASKED_FOR, addressOf(request));
    const to = new URL(addresses.sendAgain(), request.nextUrl);
    return NextResponse.rewrite(to, { request: { headers } });
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
  headers.set(ASKED_FOR, addressOf(request));
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const [, token] = SIGN_IN_LINK.exec(request.nextUrl.pathname) ?? [];
  if (token && request.method === "GET") {
    response.cookies.set(PROOF_COOKIE, proofOf(decodeURIComponent(token)), {
      httpOnly: true,
      sameSite: "lax",
      secure: secure(),
      path: request.nextUrl.pathname,
    });
  }
  keepWayBack(request, response);
  return response;
}

/** Path and query, as they stand in the browser. */
function addressOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return nextUrl.pathname + (query.size > 0 ? `?${query}` : "");
}

/** A form of a page for members, from somebody who is signed out. */
async function isSentSignedOut({ method, nextUrl, cookies }: NextRequest) {
  if (method !== "POST") return false;
  if (!/^\/(dossiers|beheer|voorkeuren)(\/|$)/.test(nextUrl.pathname)) return false;
  const value = cookies.get(cookieName())?.value;
  const token = value ? await openSession(value) : null;
  if (!token) return true;
  try {
    // A cookie outlives its session, which ends elsewhere or with its account.
    return (await actorOfSession(token.accountId, token.sessionId)) === null;
  } catch {
    // The database is away: the action itself says so, in words that are right.
    return false;
  }
}

/** Keeps where somebody was until the link to sign in is used: that is opened from a message. */
function keepWayBack({ nextUrl }: NextRequest, response: NextResponse): void {
  if (nextUrl.pathname !== addresses.signIn()) return;
  const next = ownAddress(nextUrl.searchParams.get(PARAMETERS.next));
  if (!next) return;
  response.cookies.set(RETURN_COOKIE, next, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: addresses.signIn(),
    maxAge: RETURN_SECONDS,
  });
}

/**
 * Not what Next serves as it is; and not the files that people send: for everything that passes here
 * the whole body is held first. That handler answers no page, so the policy of the edge does. Nor a file that came with a
 * reaction, which has a stricter policy of its own. Nor a published edition: it has no scripts, and says so (decision 062).
 */
export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|dossiers/[^/]+/bronnen/(?:[^/]+/versies/)?opsturen$|dossiers/[^/]+/consultaties/[^/]+/online/afbeelding/[^/]+/opsturen$|inbreng/[^/]+/bestand/[^/]+/insturen$|dossiers/[^/]+/reacties/[^/]+/bestand$|openbaar/).*)",
  ],
};
