"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { keyIn } from "@/domain/kernel/submission";
import { retryMail, sendTestMail } from "@/domain/mail/commands";

export async function test(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    await sendTestMail.submit(scope, data, { language: await getLocale() });
    revalidatePath(addresses.mail());
    return { status: "done", message: (await getTranslations("mail.done"))("test") };
  });
}

export async function retry(mailId: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    await retryMail(scope, { mailId }, keyIn(data));
    revalidatePath(addresses.mail());
    return { status: "done", message: (await getTranslations("mail.done"))("retry") };
  });
}
