"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import type { FormState } from "@/components/ui/form-state";
import { showOutside } from "@/domain/statements/commands";

/** Chooses what others may read of the stellingen of a consultation. */
export async function show(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await showOutside.submit(scope, data);
    const t = await getTranslations("statements.outside");
    refresh();
    return { status: "done", message: t("saved") };
  });
}
