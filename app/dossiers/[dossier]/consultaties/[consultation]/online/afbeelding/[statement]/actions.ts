"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { removePicture } from "@/domain/statements/commands";

/** Takes the picture with the explanation of a stelling away. */
export async function remove(
  slug: string,
  consultationId: string,
  statementId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await removePicture.submit(scope, data, { consultationId, statementId });
    redirect(addresses.dossier(slug).online(consultationId, {}, "stellingen"));
  });
}
