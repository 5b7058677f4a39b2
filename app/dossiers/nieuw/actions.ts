"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { workHere } from "@/domain/accounts/gate";
import { startDossier } from "@/domain/dossiers/commands";

export async function start(_state: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActor();
  return formResult(data, async () => {
    const { slug } = await startDossier.submit(workHere(actor), data);
    redirect(addresses.dossier(slug).overview());
  });
}
