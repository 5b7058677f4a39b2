"use server";

import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { endAllSessions } from "@/domain/accounts/commands";
import { endOwnSession, requireOwnChoices } from "./session";

/** Ends the session of this browser and goes to the front page. */
export async function signOut(): Promise<void> {
  await endOwnSession();
  redirect(addresses.home());
}

/** Ends all sessions of who is signed in, in every browser, and goes to the front page. */
export async function signOutEverywhere(): Promise<void> {
  const own = await requireOwnChoices();
  await endAllSessions(own, {});
  await endOwnSession();
  redirect(addresses.home());
}
