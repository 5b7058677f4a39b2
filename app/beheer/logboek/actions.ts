"use server";

import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import type { FormState } from "@/components/ui/form-state";
import { verifyAudit } from "@/domain/audit/queries";
import { verdictSentences } from "@/domain/audit/rules/words";

/** Reads the whole log and says whether it is whole, and if not what is wrong and where. */
export async function verify(_state: FormState): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(null, async () => {
    const t = await getTranslations();
    const verdict = await verifyAudit(scope);
    const message = verdictSentences(verdict, (key, params) => t(key, params)).join(" ");
    return { status: verdict.whole ? "done" : "error", message };
  });
}
