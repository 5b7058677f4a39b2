"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf } from "@/domain/kernel/submission";
import { adoptVersion } from "@/domain/sources/commands";

/** Says that the newest version of a source is adopted. */
export async function adopt(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await adoptVersion.submit(scope, data);
    redirect(addresses.dossier(slug).sourceVersions(fieldsOf(data).sourceId ?? ""));
  });
}
