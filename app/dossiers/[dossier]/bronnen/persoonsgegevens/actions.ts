"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { askedIn, hereIn, type PageAsked } from "@/components/personal-data/asked";
import { subjectsIn } from "@/components/personal-data/take-back";
import type { FormState } from "@/components/ui/form-state";
import { NotFound } from "@/domain/kernel/errors";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  addSubject,
  decideSubject,
  decideSubjects,
  mergeSubjects,
  partForm,
  reopenSubjects,
} from "@/domain/personal-data/commands";

/** Where a form leads: to the list it stood beside, and somebody in it. */
function back(slug: string, data: FormData, more: PageAsked): string {
  return addresses
    .dossier(slug)
    .personalData(askedIn({ ...hereIn(fieldsOf(formIn(data))), ...more }));
}

/** Says what others read in place of one, and goes on to the next that is open. */
export async function decide(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const seen = data.getAll("seen").map(String);
    const ticked = data.getAll("ticked").map(String);
    await decideSubject.submit(scope, data, seen.length > 0 ? { places: { seen, ticked } } : {});
    redirect(back(slug, data, { person: fieldsOf(data).next || undefined }));
  });
}

/** Gives several one decision. */
export async function decideMany(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { redaction } = fieldsOf(data) as { redaction: "removed" };
    const subjects = subjectsIn(data.getAll("subject").map(String));
    await decideSubjects(scope, { subjects, redaction }, keyIn(data));
    redirect(back(slug, data, { choose: "none" }));
  });
}

/** Takes back what was decided last, of one or several, and shows the first. */
export async function undo(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const subjects = subjectsIn([fieldsOf(formIn(data)).subjects ?? ""]);
  const undone = await redirectingOnRefusal(back(slug, data, {}), async () => {
    try {
      await reopenSubjects(scope, { subjects }, keyIn(data));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  });
  // Brought together with another on another tab: what is to be decided stands in the list.
  redirect(back(slug, data, { person: undone ? subjects[0]?.subjectId : undefined }));
}

/** Sets one way of writing apart, and shows who that is. */
export async function part(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const here = back(slug, data, { person: fieldsOf(formIn(data)).subjectId });
  const made = await redirectingOnRefusal(here, () => partForm.submit(scope, data));
  redirect(back(slug, data, { person: made.id }));
}

/** Brings two together, and shows the one that stays. */
export async function merge(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await mergeSubjects.submit(scope, data);
    redirect(back(slug, data, { person: id }));
  });
}

/** Adds what was not found, and shows where it stands. */
export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addSubject.submit(scope, data);
    redirect(back(slug, data, { person: id }));
  });
}
