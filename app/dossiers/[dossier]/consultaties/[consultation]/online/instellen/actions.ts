"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { changeOnline } from "@/domain/participation/commands";

/** Sets how a consultation is held online. */
export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await changeOnline.submit(scope, data, { consultationId: id });
    redirect(addresses.dossier(slug).online(id));
  });
}
