"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { askedIn, hereIn, type PageAsked, withJust } from "@/components/dispositions/asked";
import { dispositionsIn } from "@/components/dispositions/take-back";
import type { FormState } from "@/components/ui/form-state";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import { besideIn } from "@/domain/dispositions/queries";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";

/** Where a form leads: to the list it stood beside, and a reaction in it. */
const back = (slug: string, here: PageAsked, message?: string): string =>
  addresses.dossier(slug).answering({ ...askedIn(here), message });

/** Answers a reaction, and goes on to the next that is to be answered. */
export async function record(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const also = dispositionsIn(data.getAll("also").join(" "));
    const { reactionId } = await recordDisposition.submit(scope, data, {
      requirementIds: data.getAll("requirementIds").map(String),
      also,
    });
    const answered = [reactionId, ...also.map((one) => one.reactionId)];
    const here = withJust(hereIn(fieldsOf(data)), answered);
    // Looked for now: the one that came next may have been answered or taken away meanwhile.
    const { next } = await besideIn(scope, here, reactionId);
    redirect(back(slug, { ...here, reaction: next ?? undefined }));
  });
}

/** Takes back what was answered last, of one or several, and shows the first. */
export async function takeBack(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const fields = fieldsOf(formIn(data));
  const here = hereIn(fields);
  const dispositions = dispositionsIn(fields.dispositions ?? "");
  await redirectingOnRefusal(back(slug, here, "niet-teruggenomen"), () =>
    takeBackDispositions(scope, { dispositions }, keyIn(data)),
  );
  const taken = dispositions.map(({ reactionId }) => reactionId);
  const just = here.just?.filter((id) => !taken.includes(id));
  redirect(back(slug, { ...here, just, reaction: taken[0] }, "teruggenomen"));
}
