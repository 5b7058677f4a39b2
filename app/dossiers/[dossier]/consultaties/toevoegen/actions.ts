"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { addConsultation } from "@/domain/consultations/commands";
import { consultationFields } from "../fields";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addConsultation.submit(scope, data, consultationFields(data));
    redirect(addresses.dossier(slug).consultation(id));
  });
}
