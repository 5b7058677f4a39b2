import { getTranslations } from "next-intl/server";
import { fieldsOf } from "@/app/_lib/action";
import type { FormState } from "@/components/ui/form-state";

/**
 * What a form shows after a save on an old version: at each field that differs what stands there
 * now, in the field what was typed. Saving again brings along the version that was shown.
 *
 * @param now per field what stands there, as people read it; `null` when it is the same.
 */
export async function staleState(
  data: FormData,
  lockVersion: number,
  now: Record<string, string | null>,
): Promise<FormState> {
  const t = await getTranslations();
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(now)) {
    if (value === null) continue;
    fields[name] = value ? t("reactions.errors.now", { value }) : t("reactions.errors.nowEmpty");
  }
  return {
    status: "error",
    message: t("errors.stale"),
    fields,
    values: fieldsOf(data),
    token: String(lockVersion),
  };
}
