"use server";

import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import type { FormState } from "@/components/ui/form-state";
import { verifyAudit } from "@/domain/audit/queries";

/** Reads the whole log and says in one sentence whether it is whole. */
export async function verify(_state: FormState): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    const t = await getTranslations("audit.verify");
    const verdict = await verifyAudit(scope);
    if (verdict.whole) {
      return {
        status: "done",
        message: t("whole", { rows: verdict.rows, chains: verdict.chains }),
      };
    }
    const { n, why, dossierTitle } = verdict.broken;
    return {
      status: "error",
      message: t(`broken.${why}`, { n, where: dossierTitle ?? t("installation") }),
    };
  });
}
