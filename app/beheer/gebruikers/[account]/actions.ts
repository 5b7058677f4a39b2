"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  disableAccount,
  enableAccount,
  makeSignInLink,
  renameAccount,
} from "@/domain/accounts/commands";
import { appointAuthor } from "@/domain/dossiers/commands";
import { formatMoment } from "@/domain/kernel/dates";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";

export async function rename(accountId: string, _state: FormState, data: FormData) {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    const { name = "" } = fieldsOf(data);
    await renameAccount(scope, { accountId, name }, keyIn(data));
    // The name also stands in the header of whoever it is.
    revalidatePath(addresses.home(), "layout");
    return { status: "done", message: (await getTranslations("accounts.done"))("renamed") };
  });
}

/** Makes a link and hands it over in `token`: it is nowhere to be found after this answer. */
export async function makeLink(accountId: string, _state: FormState): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    const { token, expiresAt } = await makeSignInLink(scope, { accountId });
    const [t, language] = [await getTranslations("accounts.done"), await getLocale()];
    return {
      status: "done",
      message: t("link", { until: formatMoment(expiresAt, language) }),
      token: fullAddress(addresses.signInLink(token)),
    };
  });
}

/** Makes somebody author where this account is the only one. */
export async function appoint(accountId: string, _state: FormState, data: FormData) {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    const { name, dossiers } = await appointAuthor.submit(scope, data, { accountId });
    revalidatePath(addresses.account(accountId));
    const t = await getTranslations("accounts.done");
    return { status: "done", message: t("appointed", { name, count: dossiers }) };
  });
}

export async function switchOff(
  accountId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    await disableAccount(scope, { accountId }, keyIn(data));
    revalidatePath(addresses.account(accountId));
    return { status: "done", message: (await getTranslations("accounts.done"))("off") };
  });
}

export async function switchOn(
  accountId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    await enableAccount(scope, { accountId }, keyIn(data));
    revalidatePath(addresses.account(accountId));
    return { status: "done", message: (await getTranslations("accounts.done"))("on") };
  });
}
