"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { describeError, formResult } from "@/app/_lib/action";
import { requireOwnChoices } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { setPreferences } from "@/domain/accounts/commands";
import { keyIn } from "@/domain/kernel/submission";

/** Stores what the form says. */
export async function save(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireOwnChoices();
  return formResult(data, async () => {
    await setPreferences(scope, { letterKeys: data.get("letterKeys") === "on" }, keyIn(data));
    revalidatePath(addresses.home(), "layout");
    const t = await getTranslations("accounts.preferences");
    return { status: "done", message: t("saved") };
  });
}

/** Switches the keys of one letter on or off. @returns what went wrong, as a sentence. */
export async function saveLetterKeys(letters: boolean): Promise<string | null> {
  const scope = await requireOwnChoices();
  try {
    await setPreferences(scope, { letterKeys: letters });
    return null;
  } catch (error) {
    return (await describeError(error)).message ?? null;
  }
}
