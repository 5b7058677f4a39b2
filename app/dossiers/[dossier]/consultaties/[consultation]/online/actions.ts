"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { copyOnline, openOnline, prepareOnline } from "@/domain/participation/commands";
import { moveStatement } from "@/domain/statements/commands";

/** Begins to prepare that a consultation is held online. */
export async function prepare(slug: string, id: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(slug);
  await redirectingOnRefusal(to.consultation(id), () =>
    prepareOnline.submit(scope, data, { consultationId: id }),
  );
  redirect(to.online(id));
}

/** Opens it: its addresses work from then on. */
export async function open(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await openOnline.submit(scope, data, { consultationId: id });
    refresh();
    return {
      status: "done",
      message: (await getTranslations("participation.prepare"))("opened"),
    };
  });
}

/** Puts a stelling one place earlier or later. */
export async function move(slug: string, id: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const back = addresses.dossier(slug).online(id, {}, "stellingen");
  await redirectingOnRefusal(back, () => moveStatement.submit(scope, data));
  redirect(back);
}

/** Prepares another one like it. */
export async function copy(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const made = await copyOnline.submit(scope, data, { consultationId: id });
    redirect(addresses.dossier(slug).online(made.id));
  });
}
