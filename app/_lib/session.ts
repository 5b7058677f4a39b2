import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addresses } from "@/components/addresses";
import { ownChoices } from "@/domain/accounts/gate";
import { SESSION_LIFETIME, type SignedIn } from "@/domain/accounts/model";
import { actorOfSession, ownAccount } from "@/domain/accounts/queries";
import { openDossier, openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import type { MemberScope, Person, PersonScope, ReaderScope } from "@/domain/kernel/scope";
import { refusalPage } from "./refusal";
import { ASKED_FOR } from "./return-address";
import { isSecure, opened, sealed, sessionCookie } from "./session-cookie";

/**
 * Sign-in, in one place. Each request checks the session against the account, so that it ends when
 * the account is switched off.
 */

/** Starts a session for who has just shown a valid link. Only in a server action. */
export async function startSession(person: SignedIn): Promise<void> {
  const token = await sealed({ sub: person.accountId, epoch: person.sessionEpoch });
  (await cookies()).set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: SESSION_LIFETIME,
  });
}

/** Ends the session of this browser. Only in a server action. */
export async function endSession(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

/** Who is signed in, or null. Read once per request. */
export const currentActor = cache(async (): Promise<Person | null> => {
  const token = await opened((await cookies()).get(sessionCookie())?.value);
  if (!token?.sub || typeof token.epoch !== "number") return null;
  return actorOfSession(token.sub, token.epoch);
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

/** Turns a refusal of the domain into the page that belongs to it. */
export async function gate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) refusalPage(error);
    throw error;
  }
}
