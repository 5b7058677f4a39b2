"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { startSession } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { redeemSignInLink } from "@/domain/accounts/commands";

/** Uses the link up and signs in. The only way to use it: opening the address changes nothing. */
export async function signIn(token: string, _state: FormState): Promise<FormState> {
  return formResult(null, async () => {
    await startSession(await redeemSignInLink(token));
    redirect(addresses.home());
  });
}
