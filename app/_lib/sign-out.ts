"use server";

import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { endSession } from "./session";

/** Ends the session of this browser and goes to the front page. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect(addresses.home());
}
