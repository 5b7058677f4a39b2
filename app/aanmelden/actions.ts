"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { requestSignInLink } from "@/domain/accounts/commands";
import { Invalid } from "@/domain/kernel/errors";
import { fieldsOf } from "@/domain/kernel/submission";
import { mailEnvironment } from "@/domain/mail/model";

/**
 * Longer than looking up an address and writing its mail take, which goes on beside the answer: how soon that
 * comes says nothing then of whether the address is known.
 */
const ANSWER_AFTER_MS = 600;

/** Asks for a link by mail. The answer is the same for every address, and comes at the same moment. */
export async function askForLink(_state: FormState, data: FormData): Promise<FormState> {
  return formResult(data, async () => {
    if (!mailEnvironment.parse(process.env).arrives) throw new Invalid("accounts.errors.noMail");
    const answerAt = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    const { email = "" } = fieldsOf(data);
    const page = fullAddress(addresses.signIn());
    await requestSignInLink({ email, language: await getLocale(), page });
    await answerAt;
    return { status: "done", message: (await getTranslations("accounts.signIn"))("byMailDone") };
  });
}
