"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import { NONE } from "@/components/reactions/address";
import type { FormState } from "@/components/ui/form-state";
import { Invalid } from "@/domain/kernel/errors";
import { keyIn } from "@/domain/kernel/submission";
import { addReaction, changeReaction, setReactionGroup } from "@/domain/reactions/commands";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addReaction.submit(scope, data);
    redirect(addresses.dossier(scope.slug).reaction(id, { added: 1 }));
  });
}

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const t = await getTranslations("reactions");
  return formResult(data, async () => {
    await changeReaction.submit(scope, data, { id });
    revalidatePath(addresses.dossier(scope.slug).overview(), "layout");
    return { status: "done", message: t("detail.saved") };
  });
}

export async function setGroup(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const chosen = String(data.get("groupId") ?? "");
    // Taking the group off is a choice too, and not what happens when nothing was chosen.
    if (!chosen) throw new Invalid("errors.fields", {}, { groupId: "errors.field.choose" });
    const groupId = chosen === NONE ? "" : chosen;
    const reactionIds = data.getAll(PARAMETERS.reaction).map(String);
    const { changed } = await setReactionGroup(scope, { reactionIds, groupId }, keyIn(data));
    revalidatePath(to.overview(), "layout");
    redirect(to.statements({ group: chosen, changed }));
  });
}
