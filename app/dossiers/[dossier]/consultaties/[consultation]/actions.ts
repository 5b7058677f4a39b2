"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import type { FormState } from "@/components/ui/form-state";
import { Conflict } from "@/domain/kernel/errors";
import { showOutside } from "@/domain/statements/commands";

/** Chooses what others may read of the stellingen of a consultation. */
export async function show(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    try {
      await showOutside.submit(scope, data);
    } catch (error) {
      // The words that stand now, to look at and to choose for.
      if (error instanceof Conflict) refresh();
      throw error;
    }
    const t = await getTranslations("statements.outside");
    refresh();
    return { status: "done", message: t("saved") };
  });
}
