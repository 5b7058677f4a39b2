"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { pathOfSender } from "@/app/_lib/address";
import { requireDossier } from "@/app/_lib/session";
import { keepColumns } from "@/app/_lib/table-columns";
import { addresses, PARAMETERS } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { Conflict } from "@/domain/kernel/errors";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import { changeFields } from "@/domain/requirements/commands";
import type { RequirementVersion } from "@/domain/requirements/model";
import { applyChange, proposeChange, undoChange } from "@/domain/table/commands";
import { CELL_FIELDS } from "@/domain/table/model";

const scopeOf = (data: FormData) => requireDossier(String(formIn(data).get("dossier") ?? ""));

/** Remembers which columns one sees. */
export async function chooseColumnsAction(_state: FormState, data: FormData): Promise<FormState> {
  return formResult(data, async () => {
    await keepColumns(data.getAll("column").map(String));
    redirect(await pathOfSender());
  });
}

/** Saves one cell. When somebody else changed it first the answer says what stands, and the next press goes on top of that. */
export async function saveCellAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const sent = fieldsOf(data);
    const field = CELL_FIELDS.find((one) => one === sent.field);
    const { requirementId = "", lockVersion = "", value = "" } = sent;
    try {
      await changeFields(
        scope,
        { requirementId, lockVersion, fields: field ? { [field]: value } : {}, reason: "" },
        keyIn(data),
      );
    } catch (error) {
      if (!(error instanceof Conflict) || !error.current || !field) throw error;
      const now = error.current as RequirementVersion;
      const t = await getTranslations("table");
      const kinds = await getTranslations("kinds");
      const stands = field === "kind" ? kinds(`requirement.${now.kind}`) : String(now[field] ?? "");
      return {
        status: "error",
        message: t("stale", { now: stands || t("empty") }),
        token: String(now.n),
        values: sent,
      };
    }
    revalidatePath(addresses.dossier(scope.slug).table());
    return { status: "done" };
  });
}

/** Asks the same of the chosen requirements; the page that follows says what changes. */
export async function proposeChangeAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const requirementIds = data.getAll(PARAMETERS.requirement).map(String);
    const { id } = await proposeChange.submit(scope, data, { requirementIds });
    redirect(addresses.dossier(scope.slug).tableChange(id));
  });
}

/** Does what was looked at. When something else would happen by now it is shown anew, and nothing is done. */
export async function applyChangeAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const changeId = String(data.get("changeId") ?? "");
  const page = (message: string) =>
    addresses.dossier(scope.slug).tableChange(changeId, { message });
  await redirectingOnRefusal(page("veranderd"), () => applyChange.submit(scope, data));
  redirect(page("gedaan"));
}

/** Takes back what was done. */
export async function undoChangeAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const changeId = String(data.get("changeId") ?? "");
  const to = addresses.dossier(scope.slug);
  const { left } = await redirectingOnRefusal(to.tableChange(changeId, { message: "niets" }), () =>
    undoChange.submit(scope, data),
  );
  redirect(
    to.tableChange(changeId, left > 0 ? { message: "deels", count: left } : { message: "terug" }),
  );
}
