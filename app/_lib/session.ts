import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addresses } from "@/components/addresses";
import { endSession } from "@/domain/accounts/commands";
import { ownChoices } from "@/domain/accounts/gate";
import { SESSION_LIFETIME, type SignedIn } from "@/domain/accounts/model";
import { actorOfSession, ownAccount } from "@/domain/accounts/queries";
import { openDossier, openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import type { MemberScope, Person, PersonScope, ReaderScope } from "@/domain/kernel/scope";
import { refusalPage } from "./refusal";
import { ASKED_FOR } from "./return-address";
import { cookieName, openSession, sealSession, secure } from "./session-token";

/**
 * Sign-in, in one place. A session is a row in the database and a cookie that names it; each request
 * asks for the row, so that a session ends when it is ended, or its account is switched off.
 */

/** Starts a session for who has just shown a valid link. Only in a server action. */
export async function startSession({ accountId, sessionId }: SignedIn): Promise<void> {
  (await cookies()).set(cookieName(), await sealSession({ accountId, sessionId }), {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: SESSION_LIFETIME,
  });
}

/** Ends the session of this browser, if it still is one. Only in a server action. */
export async function endOwnSession(): Promise<void> {
  const token = await sessionToken();
  const actor = token && (await actorOfSession(token.accountId, token.sessionId));
  if (actor) await endSession(ownChoices(actor), { sessionId: token.sessionId });
  (await cookies()).delete(cookieName());
}

const sessionToken = cache(async () => {
  const value = (await cookies()).get(cookieName())?.value;
  return value ? openSession(value) : null;
});

/** Who is signed in, or null. Read once per request. */
export const currentActor = cache(async (): Promise<Person | null> => {
  const token = await sessionToken();
  return token && actorOfSession(token.accountId, token.sessionId);
});

/** What the person who is signed in chose. Read once per request. */
export const ownPreferences = cache(async () => ownAccount(await requireOwnChoices()));

/** Who is signed in; who is not goes to the sign-in page, and from there back to this one. */
export async function requireActor(): Promise<Person> {
  const actor = await currentActor();
  if (actor) return actor;
  redirect(addresses.signIn({ next: (await headers()).get(ASKED_FOR) ?? undefined }));
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

/**
 * The same asked again and again, for what somebody follows longer than a page takes: null once they are signed out, switched
 * off or not in the dossier any more.
 */
export async function dossierOverTime(slug: string): Promise<() => Promise<ReaderScope | null>> {
  const token = await sessionToken();
  return async () => {
    const actor = token && (await actorOfSession(token.accountId, token.sessionId));
    if (!actor) return null;
    try {
      return await openDossierToRead(actor, slug);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  };
}

/** Turns a refusal of the domain into the page that belongs to it. */
export async function gate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) refusalPage(error);
    throw error;
  }
}
