"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { ownAddress, RETURN_COOKIE } from "@/app/_lib/return-address";
import { startSession } from "@/app/_lib/session";
import { isProof, PROOF_COOKIE } from "@/app/_lib/sign-in-proof";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { redeemSignInLink } from "@/domain/accounts/commands";
import { Invalid } from "@/domain/kernel/errors";

/**
 * Uses the link up, signs in and leads on to where somebody was. The only way to use it: opening the
 * address changes nothing.
 */
export async function signIn(token: string, _state: FormState): Promise<FormState> {
  return formResult(null, async () => {
    if (!isProof((await cookies()).get(PROOF_COOKIE)?.value, token)) {
      throw new Invalid("accounts.errors.notOpened");
    }
    await startSession(await redeemSignInLink(token));
    const jar = await cookies();
    const next = ownAddress(jar.get(RETURN_COOKIE)?.value);
    jar.delete({ name: RETURN_COOKIE, path: addresses.signIn() });
    redirect(next ?? addresses.home());
  });
}
