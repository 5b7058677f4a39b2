"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { archiveDossier, bringBackDossier } from "@/domain/dossiers/commands";

/** Puts a dossier in the archive. */
export async function archive(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    const { slug } = await archiveDossier.submit(scope, data);
    revalidatePath(addresses.managedDossier(slug));
    const t = await getTranslations("dossiers.manage.done");
    return { status: "done", message: t("archived") };
  });
}

/** Brings a dossier back from the archive. */
export async function bringBack(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    const { slug } = await bringBackDossier.submit(scope, data);
    revalidatePath(addresses.managedDossier(slug));
    const t = await getTranslations("dossiers.manage.done");
    return { status: "done", message: t("broughtBack") };
  });
}
