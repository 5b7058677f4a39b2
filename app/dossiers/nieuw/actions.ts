"use server";

import { redirect } from "next/navigation";
import { fieldsOf, formResult } from "@/app/_lib/action";
import { requireActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { workHere } from "@/domain/accounts/gate";
import { startDossier } from "@/domain/dossiers/commands";

export async function start(_state: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActor();
  return formResult(data, async () => {
    const { title = "", contractingAuthority = "", subject } = fieldsOf(data);
    const { slug } = await startDossier(workHere(actor), { title, contractingAuthority, subject });
    redirect(addresses.dossier(slug).overview());
  });
}
