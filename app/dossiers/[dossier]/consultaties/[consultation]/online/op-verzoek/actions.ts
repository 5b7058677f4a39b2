"use server";

import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { type FormState, typedIn } from "@/components/ui/form-state";
import { fieldsOf } from "@/domain/kernel/submission";
import { removeParticipant, viewParticipant } from "@/domain/participation/commands";
import { readNumber } from "@/domain/participation/rules";

/** Shows what is kept of who asks for it; with the button under that it is removed. */
export async function look(
  slug: string,
  consultationId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const t = await getTranslations("participation.request");
    const { number = "", remove } = fieldsOf(data);
    if (remove === "yes") {
      const { answers, kept } = await removeParticipant.submit(scope, data, { consultationId });
      const said = { number: readNumber(number) ?? number, answers, kept };
      return { status: "done", message: t("removed", said) };
    }
    const found = await viewParticipant(scope, { consultationId, number });
    const values = { ...typedIn(data), number: found.number };
    return { status: "done", message: t("found"), values, token: JSON.stringify(found) };
  });
}
