"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { releasePersonalData } from "@/domain/publication/commands";

/** Takes the responsibility for what goes out while personal data is open. */
export async function release(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await releasePersonalData.submit(scope, data);
    redirect(addresses.dossier(slug).publication());
  });
}
