import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import NextAuth, { type AuthOptions } from "next-auth";
import { addresses } from "@/components/addresses";
import type { SignInRefusal } from "@/db/vocabulary";
import { signInFromProvider } from "@/domain/accounts/commands";
import { type OidcProvider, oidcEnvironment, SESSION_LIFETIME } from "@/domain/accounts/model";
import { claimedBy } from "@/domain/accounts/rules";
import { faultText } from "@/domain/kernel/faults";
import { logFault } from "./action";
import { fullAddress } from "./address";
import { ownAddress, RETURN_COOKIE } from "./return-address";
import { currentActor, startSession } from "./session";
import { secure } from "./session-token";

/**
 * Signing in at the provider of the organisation (decision 044). next-auth does what OpenID Connect asks for:
 * discovery, state, nonce and PKCE in sealed cookies, the exchange, and the signature, issuer, audience and age
 * of what comes back. Its own pages and session are not used: who may come in is the domain's to say.
 */

const PROVIDER = "oidc";
const CSRF_COOKIE = "organisatie";
/** What `RETURN_COOKIE` says, while somebody is at the provider. */
const CARRIED_COOKIE = "verder-organisatie";
const CARRIED = { httpOnly: true, sameSite: "lax", maxAge: 15 * 60 } as const;

export const oidcProvider = () => oidcEnvironment.parse(process.env);

function optionsFor(provider: OidcProvider, signIn: (profile: object) => Promise<string>) {
  return {
    providers: [
      {
        id: PROVIDER,
        name: provider.name,
        type: "oauth",
        wellKnown: `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        authorization: { params: { scope: "openid email profile" } },
        profile: ({ sub }: { sub: string }) => ({ id: sub }),
      },
    ],
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_LIFETIME },
    useSecureCookies: secure(),
    cookies: { csrfToken: { name: CSRF_COOKIE, options: { httpOnly: true } } },
    callbacks: { signIn: ({ profile }) => signIn(profile ?? {}), redirect: async ({ url }) => url },
    // What it says quotes tokens and claims: only what kind of fault it was is kept.
    logger: {
      error: (code, told) => {
        const error = told instanceof Error ? told : told?.error;
        console.error("[oidc]", code, error instanceof Error ? error.name : "");
      },
      warn: () => {},
      debug: () => {},
    },
  } satisfies AuthOptions as AuthOptions;
}

interface Asked {
  action: "signin" | "callback";
  method: "GET" | "POST";
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
}

/** Lets next-auth answer, apart from any request of ours. @returns where it leads, and the cookies it sets. */
async function askNextAuth(options: AuthOptions, { action, query, ...asked }: Asked) {
  const headers = new Map<string, string | string[]>();
  const ignore = () => response;
  const response = {
    status: ignore,
    json: ignore,
    send: ignore,
    end: ignore,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
  };
  const request = { headers: {}, ...asked, query: { ...query, nextauth: [action, PROVIDER] } };
  await NextAuth(request as never, response as never, options);
  return {
    location: String(headers.get("location") ?? ""),
    cookies: [headers.get("set-cookie") ?? []].flat(),
  };
}

function leadTo(location: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of setCookies) {
    // Only those of the exchange: what next-auth keeps of csrf and of where to go is ours.
    if (/^[\w-]*next-auth\.(?:state|nonce|pkce\.code_verifier)=/.test(cookie)) {
      headers.append("set-cookie", cookie);
    }
  }
  return new Response(null, { status: 303, headers });
}

const refusal = (message: SignInRefusal) => addresses.signIn({ message });

/** Leads somebody to the provider; where there is none, to the sign-in page. */
export async function leadToProvider(): Promise<Response> {
  const provider = oidcProvider();
  if (!provider) return leadTo(addresses.signIn());
  // That a page of ours asked was looked at by the route: next-auth wants a token that says so.
  const csrfToken = randomBytes(32).toString("hex");
  const sealed = createHash("sha256")
    .update(`${csrfToken}${process.env.NEXTAUTH_SECRET}`)
    .digest("hex");
  const { location, cookies: made } = await askNextAuth(
    optionsFor(provider, async () => ""),
    {
      action: "signin",
      method: "POST",
      body: { csrfToken },
      cookies: { [CSRF_COOKIE]: `${csrfToken}|${sealed}` },
    },
  ).catch(nothing);
  // It leads to a page of its own when the provider does not answer.
  const away = URL.canParse(location) && !location.startsWith(fullAddress(addresses.home()));
  if (!away) return leadTo(refusal("failed"));
  // Where somebody was is known to the sign-in pages alone: it comes along to where they come back.
  const jar = await cookies();
  const next = jar.get(RETURN_COOKIE)?.value;
  if (next) {
    const path = addresses.fromProvider();
    jar.set(CARRIED_COOKIE, next, { ...CARRIED, secure: secure(), path });
    jar.delete({ name: RETURN_COOKIE, path: addresses.signIn() });
  }
  return leadTo(location, made);
}

/** Takes somebody in who comes back from the provider, or says on the sign-in page why not. */
export async function comeFromProvider(query: URLSearchParams): Promise<Response> {
  const provider = oidcProvider();
  if (!provider) return leadTo(addresses.signIn());
  const jar = await cookies();
  const signedInAs = await currentActor();
  let to = "";
  const { cookies: cleared } = await askNextAuth(
    optionsFor(provider, async (profile) => {
      try {
        const claimed = claimedBy(profile as Record<string, unknown>, provider);
        const result =
          "refused" in claimed ? claimed : await signInFromProvider(claimed, signedInAs);
        if ("refused" in result) to = refusal(result.refused);
        else {
          await startSession(result);
          const next = ownAddress(jar.get(CARRIED_COOKIE)?.value);
          jar.delete({ name: CARRIED_COOKIE, path: addresses.fromProvider() });
          // Who was signed in came to be connected.
          to = signedInAs ? addresses.preferences() : (next ?? addresses.home());
        }
      } catch (error) {
        logFault(error);
        to = refusal("failed");
      }
      // Not further: its own session is none of ours.
      return to;
    }),
    {
      action: "callback",
      method: "GET",
      query: Object.fromEntries(query),
      cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    },
  ).catch(nothing);
  const cancelled = query.get("error") === "access_denied";
  return leadTo(to || refusal(cancelled ? "cancelled" : "failed"), cleared);
}

function nothing(error: unknown) {
  console.error("[oidc]", error instanceof Error ? error.name : faultText(error));
  return { location: "", cookies: [] };
}
