import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { addresses } from "@/components/addresses";
import { ownChoices } from "@/domain/accounts/gate";
import { SESSION_LIFETIME, type SignedIn } from "@/domain/accounts/model";
import { actorOfSession, ownAccount } from "@/domain/accounts/queries";
import { openDossier, openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import type { MemberScope, Person, PersonScope, ReaderScope } from "@/domain/kernel/scope";
import { refusalPage } from "./refusal";

/**
 * Sign-in, in one place: the only file that knows next-auth and its cookie. The session is
 * next-auth's own encrypted token; each request checks it against the account, so that it
 * ends when the account is switched off.
 */

const secure = () => process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
const cookieName = () => `${secure() ? "__Secure-" : ""}next-auth.session-token`;

function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
}

/** Starts a session for who has just shown a valid link. Only in a server action. */
export async function startSession(person: SignedIn): Promise<void> {
  const token = await encode({
    secret: secret(),
    maxAge: SESSION_LIFETIME,
    token: { sub: person.accountId, epoch: person.sessionEpoch },
  });
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: SESSION_LIFETIME,
  });
}

/** Ends the session of this browser. Only in a server action. */
export async function endSession(): Promise<void> {
  (await cookies()).delete(cookieName());
}

/** Who is signed in, or null. Read once per request. */
export const currentActor = cache(async (): Promise<Person | null> => {
  const value = (await cookies()).get(cookieName())?.value;
  if (!value) return null;
  const token = await decode({ token: value, secret: secret() }).catch(() => null);
  if (!token?.sub || typeof token.epoch !== "number") return null;
  return actorOfSession(token.sub, token.epoch);
});

/** What the person who is signed in chose. Read once per request. */
export const ownPreferences = cache(async () => ownAccount(await requireOwnChoices()));

/** Who is signed in; who is not goes to the sign-in page. */
export async function requireActor(): Promise<Person> {
  return (await currentActor()) ?? redirect(addresses.signIn());
}

/** Who is signed in, for what is theirs alone. */
export async function requireOwnChoices(): Promise<PersonScope> {
  return ownChoices(await requireActor());
}

/**
 * The dossier of a page that shows its work (authors and reviewers). Others get the sign-in
 * page, "not found" or "no access", as the domain decides.
 */
export const requireDossier = cache(async (slug: string): Promise<ReaderScope> => {
  return gate(openDossierToRead(await requireActor(), slug));
});

/** The dossier for any member, stakeholders too. */
export const requireMembership = cache(async (slug: string): Promise<MemberScope> => {
  return gate(openDossier(await requireActor(), slug));
});

/** Turns a refusal of the domain into the page that belongs to it. */
export async function gate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) refusalPage(error);
    throw error;
  }
}
