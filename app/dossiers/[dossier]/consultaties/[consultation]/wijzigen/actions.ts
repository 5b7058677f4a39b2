"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { changeConsultation } from "@/domain/consultations/commands";
import { fieldsOf } from "@/domain/kernel/submission";
import { consultationFields } from "../../fields";

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { lockVersion } = fieldsOf(data);
    await changeConsultation(scope, { ...consultationFields(data), id, lockVersion });
    redirect(addresses.dossier(slug).consultation(id));
  });
}
