"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  addCoreValue,
  changeCoreValue,
  codeWith,
  removeCoding,
  restoreCoding,
  setExample,
} from "@/domain/core-values/commands";
import { keyIn } from "@/domain/kernel/submission";

/** The reactions and passages that a form brings along. */
function wordsOf(data: FormData) {
  return {
    reactionIds: data.getAll(PARAMETERS.reaction).map(String),
    passageIds: data.getAll(PARAMETERS.passage).map(String),
  };
}

export async function make(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const { id, added } = await addCoreValue.submit(scope, data, wordsOf(data));
    revalidatePath(to.overview(), "layout");
    redirect(to.coreValue(id, { made: 1, coded: added }));
  });
}

export async function code(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const coreValueId = String(data.get("coreValueId") ?? "");
    const { added, already } = await codeWith.submit(scope, data, wordsOf(data));
    revalidatePath(to.overview(), "layout");
    redirect(to.coreValue(coreValueId, { coded: added, already }));
  });
}

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await changeCoreValue.submit(scope, data, { id });
    revalidatePath(to.overview(), "layout");
    redirect(to.coreValue(id));
  });
}

export async function takeAway(
  slug: string,
  codingId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await removeCoding.submit(scope, data, { codingId });
    revalidatePath(to.overview(), "layout");
    return undefined;
  });
}

export async function putBack(
  slug: string,
  codingId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await restoreCoding.submit(scope, data, { codingId });
    revalidatePath(to.overview(), "layout");
    return undefined;
  });
}

export async function example(
  slug: string,
  id: string,
  passageId: string | null,
  data: FormData,
): Promise<void> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  await redirectingOnRefusal(to.coreValue(id, { message: "geweigerd" }), () =>
    setExample(scope, { id, passageId }, keyIn(data)),
  );
  revalidatePath(to.overview(), "layout");
}
