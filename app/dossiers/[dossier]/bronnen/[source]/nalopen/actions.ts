"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { NotFound } from "@/domain/kernel/errors";
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
  const { sourceId = "", passageId = "" } = fieldsOf(formIn(data));
  const to = addresses.dossier(slug);
  const here = to.places(sourceId, { passage: passageId });
  const undone = await redirectingOnRefusal(here, async () => {
    try {
      await undecideLocation.submit(scope, data);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  });
  // Taken back on another tab already, or a newer version came in: what is to be decided stands on the list.
  redirect(undone ? here : to.places(sourceId));
}
