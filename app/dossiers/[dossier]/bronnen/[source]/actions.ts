"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { NEXT, WRITE_REQUIREMENT } from "@/components/sources/next-step";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import { destroyOriginal, keepOriginal, quotePassage, readAgain } from "@/domain/sources/commands";

/** Makes a passage of chosen words and goes on to coding it, or to a requirement on it. */
export async function quoteWords(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { sourceVersionId = "", start, end, exact = "", [NEXT]: next } = fieldsOf(data);
    // A form sends line ends as CR LF; in a source they are LF.
    const words = { sourceVersionId, start, end, exact: exact.replaceAll("\r\n", "\n") };
    const { passageId } = await quotePassage(scope, words, keyIn(data));
    const to = addresses.dossier(slug);
    redirect(
      next === WRITE_REQUIREMENT
        ? to.addRequirement({ passage: passageId })
        : to.code({ passage: passageId }),
    );
  });
}

/** Has a source read again that could not be read; the page shows how far it is. */
export async function readSourceAgain(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { sourceId = "" } = fieldsOf(data);
    await readAgain(scope, { sourceId }, keyIn(data));
    redirect(addresses.dossier(slug).source(sourceId));
  });
}

/** Says until when the original of a source is kept. */
export async function keep(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await keepOriginal.submit(scope, data);
    revalidatePath(addresses.dossier(slug).source(fieldsOf(data).sourceId ?? ""));
    return { status: "done", message: (await getTranslations("sources.facts"))("saved") };
  });
}

/** Destroys the original of a source, and goes back to its text. */
export async function destroy(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await destroyOriginal.submit(scope, data);
    redirect(addresses.dossier(slug).source(fieldsOf(data).sourceId ?? "", {}, "origineel"));
  });
}
