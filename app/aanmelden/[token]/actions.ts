"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { startSession } from "@/app/_lib/session";
import { isProof, PROOF_COOKIE } from "@/app/_lib/sign-in-proof";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { redeemSignInLink } from "@/domain/accounts/commands";
import { Invalid } from "@/domain/kernel/errors";

/** Uses the link up and signs in. The only way to use it: opening the address changes nothing. */
export async function signIn(token: string, _state: FormState): Promise<FormState> {
  return formResult(null, async () => {
    if (!isProof((await cookies()).get(PROOF_COOKIE)?.value, token)) {
      throw new Invalid("accounts.errors.notOpened");
    }
    await startSession(await redeemSignInLink(token));
    redirect(addresses.home());
  });
}
