"use server";

import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { endOwnSession } from "./session";

/** Ends the session of this browser and goes to the front page. */
export async function signOut(): Promise<void> {
  await endOwnSession("this");
  redirect(addresses.home());
}

/** Ends all sessions of who is signed in, in every browser, and goes to the front page. */
export async function signOutEverywhere(): Promise<void> {
  await endOwnSession("all");
  redirect(addresses.home());
}
