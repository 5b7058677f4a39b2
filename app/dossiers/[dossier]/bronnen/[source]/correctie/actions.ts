"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses, wholeNumber } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  decideCorrection,
  makeVersion,
  startRound,
  undecideCorrection,
} from "@/domain/corrections/commands";
import { fieldsOf } from "@/domain/kernel/submission";

/** Begins a round, and goes on to who may correct. */
export async function start(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await startRound.submit(scope, data);
    redirect(addresses.dossier(slug).attendees(fieldsOf(data).sourceId ?? ""));
  });
}

/** The list again as it is now, at the block that it was about. */
function listAt(slug: string, sourceId: string, data: FormData): string {
  const to = addresses.dossier(slug);
  // To another place of the same page a browser goes without asking for it again.
  revalidatePath(to.corrections(sourceId));
  const { page = "", block = "" } = fieldsOf(formIn(data));
  return to.corrections(
    sourceId,
    { page: wholeNumber(page) ?? 1 },
    `blok-${wholeNumber(block) ?? 1}`,
  );
}

/** Takes a proposal over, or not. */
export async function decide(
  slug: string,
  sourceId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await decideCorrection.submit(scope, data);
    redirect(listAt(slug, sourceId, data));
  });
}

/** Takes back what was decided. */
export async function undecide(slug: string, sourceId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const back = listAt(slug, sourceId, data);
  await redirectingOnRefusal(back, () => undecideCorrection.submit(scope, data));
  redirect(back);
}

/** Makes the next version of what was accepted, and shows how far it is. */
export async function make(
  slug: string,
  sourceId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const t = await getTranslations("corrections.make");
    const count = wholeNumber(fieldsOf(data).changes ?? "") ?? 0;
    await makeVersion.submit(scope, data, { note: t("note", { count }) });
    redirect(addresses.dossier(slug).sourceVersions(sourceId));
  });
}
