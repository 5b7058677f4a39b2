"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { endOnline, thankOnline } from "@/domain/participation/commands";

/** Says how who reacted is thanked, and when they hear what was done. */
export async function thank(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await thankOnline.submit(scope, data, { consultationId: id });
    refresh();
    const t = await getTranslations("participation.thank");
    return { status: "done", message: t("saved") };
  });
}

/** Ends it before its time. */
export async function end(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await endOnline.submit(scope, data, { consultationId: id });
    redirect(addresses.dossier(slug).online(id));
  });
}
