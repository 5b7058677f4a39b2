"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { APPROVAL_ROLES } from "@/db/vocabulary";
import {
  addMember,
  removeMember,
  setApprovals,
  setMember,
  setOriginals,
} from "@/domain/dossiers/commands";
import { addGroup, changeGroup, moveGroup, removeGroup } from "@/domain/groups/commands";
import { actorAccountId, type ReaderScope } from "@/domain/kernel/scope";
import { keyIn } from "@/domain/kernel/submission";
import {
  changeShownDetails,
  closeStakeholderPage,
  openStakeholderPage,
} from "@/domain/participation/commands";
import { addMilestone, changeMilestone, removeMilestone } from "@/domain/planning/commands";

/** Does the work of a form on this page, shows the page anew and says what was done. */
async function settle(
  slug: string,
  data: FormData,
  work: { submit: (scope: ReaderScope, data: FormData) => Promise<unknown> },
  done: "saved" | "added" | "removed" | "opened" | "closed",
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await work.submit(scope, data);
    // The frame around the pages shows the title.
    revalidatePath(addresses.dossier(slug).overview(), "layout");
    return { status: "done", message: (await getTranslations("dossiers.done"))(done) };
  });
}

export async function saveDetails(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, { submit: changeShownDetails }, "saved");
}

export async function saveOriginals(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, setOriginals, "saved");
}

export async function saveNewMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, addMilestone, "added");
}

export async function saveMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, changeMilestone, "saved");
}

export async function deleteMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, removeMilestone, "removed");
}

export async function saveNewGroup(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, addGroup, "added");
}

export async function saveGroup(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, changeGroup, "saved");
}

/** Two buttons of one plain form: which was pressed is the direction. */
export async function shiftGroup(slug: string, groupId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(slug);
  const direction = formIn(data).get("direction") === "up" ? "up" : "down";
  await redirectingOnRefusal(to.settings({ message: "geweigerd" }), () =>
    moveGroup(scope, { groupId, direction }, keyIn(data)),
  );
  revalidatePath(to.settings());
}

export async function deleteGroup(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, removeGroup, "removed");
}

export async function saveNewMember(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, addMember, "added");
}

export async function saveMember(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, setMember, "saved");
}

export async function saveApprovals(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, APPROVING, "saved");
}

/** A box for each capacity: those that are ticked are theirs. */
const APPROVING = {
  submit: (scope: ReaderScope, form: FormData) =>
    setApprovals.submit(scope, form, { approves: APPROVAL_ROLES.filter((role) => form.has(role)) }),
};

export async function deleteMember(slug: string, _state: FormState, data: FormData) {
  const scope = await requireDossier(slug);
  const result = await settle(slug, data, removeMember, "removed");
  // Who leaves can no longer see this page.
  if (result.status === "done" && data.get("accountId") === actorAccountId(scope.actor)) {
    redirect(addresses.home());
  }
  return result;
}

export async function openAddress(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, OPENING, "opened");
}

/** It searches what the page shows first, and so is no command itself. */
const OPENING = {
  submit: (scope: ReaderScope, form: FormData) => openStakeholderPage(scope, {}, keyIn(form)),
};

export async function closeAddress(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, closeStakeholderPage, "closed");
}
