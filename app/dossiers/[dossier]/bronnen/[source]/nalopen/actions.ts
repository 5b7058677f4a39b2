"use server";

import { redirect } from "next/navigation";
import { formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf } from "@/domain/kernel/submission";
import { decideLocation, undecideLocation } from "@/domain/sources/commands";

/** Says what became of quoted words, and goes on to the next. */
export async function decide(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await decideLocation.submit(scope, data);
    redirect(addresses.dossier(slug).places(fieldsOf(data).sourceId ?? ""));
  });
}

/** Takes back what was decided of a passage, and shows that one. */
export async function undecide(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const { sourceId = "", passageId = "" } = fieldsOf(data);
  const here = addresses.dossier(slug).places(sourceId, { passage: passageId });
  await redirectingOnRefusal(here, () => undecideLocation.submit(scope, data));
  redirect(here);
}
