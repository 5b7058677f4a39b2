"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fieldsOf, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  addMember,
  changeDetails,
  closeStakeholderPage,
  openStakeholderPage,
  removeMember,
  setMember,
} from "@/domain/dossiers/commands";
import { addGroup, changeGroup, moveGroup, removeGroup } from "@/domain/groups/commands";
import { actorAccountId, type ReaderScope } from "@/domain/kernel/scope";
import { addMilestone, changeMilestone, removeMilestone } from "@/domain/planning/commands";

/** Does the work of a form on this page, shows the page anew and says what was done. */
async function settle(
  slug: string,
  data: FormData,
  work: (scope: ReaderScope, fields: Record<string, string | undefined>) => Promise<unknown>,
  done: "saved" | "added" | "removed" | "opened" | "closed",
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await work(scope, fieldsOf(data));
    // The frame around the pages shows the title.
    revalidatePath(addresses.dossier(slug).overview(), "layout");
    return { status: "done", message: (await getTranslations("dossiers.done"))(done) };
  });
}

export async function saveDetails(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { title = "", contractingAuthority = "", subject, lockVersion }) =>
      changeDetails(scope, { title, contractingAuthority, subject, lockVersion }),
    "saved",
  );
}

export async function saveNewMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { title = "", onDate = "" }) => addMilestone(scope, { title, onDate }),
    "added",
  );
}

export async function saveMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { milestoneId = "", title = "", onDate = "" }) =>
      changeMilestone(scope, { milestoneId, title, onDate }),
    "saved",
  );
}

export async function deleteMilestone(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { milestoneId = "" }) => removeMilestone(scope, { milestoneId }),
    "removed",
  );
}

export async function saveNewGroup(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { name = "", expected }) => addGroup(scope, { name, expected }),
    "added",
  );
}

export async function saveGroup(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { groupId = "", name = "", expected }) =>
      changeGroup(scope, { groupId, name, expected }),
    "saved",
  );
}

/** Two buttons of one plain form: which was pressed is the direction. */
export async function shiftGroup(slug: string, groupId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(slug);
  const direction = data.get("direction") === "up" ? "up" : "down";
  await redirectingOnRefusal(to.settings({ message: "geweigerd" }), () =>
    moveGroup(scope, { groupId, direction }),
  );
  revalidatePath(to.settings());
}

export async function deleteGroup(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { groupId = "" }) => removeGroup(scope, { groupId }),
    "removed",
  );
}

export async function saveNewMember(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { email = "", role = "" }) => addMember(scope, { email, role }),
    "added",
  );
}

export async function saveMember(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    (scope, { accountId = "", role = "" }) => setMember(scope, { accountId, role }),
    "saved",
  );
}

export async function deleteMember(slug: string, _state: FormState, data: FormData) {
  return settle(
    slug,
    data,
    async (scope, { accountId = "" }) => {
      await removeMember(scope, { accountId });
      // Who leaves can no longer see this page.
      if (accountId === actorAccountId(scope.actor)) redirect(addresses.home());
    },
    "removed",
  );
}

export async function openAddress(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, (scope) => openStakeholderPage(scope, {}), "opened");
}

export async function closeAddress(slug: string, _state: FormState, data: FormData) {
  return settle(slug, data, (scope) => closeStakeholderPage(scope, {}), "closed");
}
