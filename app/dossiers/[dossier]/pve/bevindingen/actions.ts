"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  ignoreRequirementFinding,
  ignoreStatementFinding,
  showFindingAgain,
} from "@/domain/findings/commands";
import type { ReaderScope } from "@/domain/kernel/scope";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";

const scopeOf = (data: FormData) => requireDossier(String(formIn(data).get("dossier") ?? ""));

/** Lets a finding stand, and goes on where one was; from there it can be taken back. */
export async function ignoreFindingAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const ignore = fieldsOf(data).statementId ? ignoreStatementFinding : ignoreRequirementFinding;
    const { ignoredId } = await ignore.submit(scope, data);
    redirect(backTo(scope, data, ignoredId));
  });
}

/** Shows a finding again. */
export async function showFindingAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const { ignoredId = "" } = fieldsOf(data);
  await redirectingOnRefusal(backTo(scope, data), () =>
    showFindingAgain(scope, { ignoredId }, keyIn(data)),
  );
  redirect(backTo(scope, data));
}

/** The page one came from, as long as it is one of this dossier. */
function backTo({ slug }: ReaderScope, data: FormData, undo?: string): string {
  const to = addresses.dossier(slug);
  const here = new URL(to.overview(), "http://here");
  const said = String(data.get("from") ?? "");
  const from = URL.canParse(said, here) ? new URL(said, here) : here;
  const within = from.origin === here.origin && from.pathname.startsWith(`${here.pathname}/`);
  const page = within ? from : new URL(to.findings(), here);
  page.searchParams.delete(PARAMETERS.undo);
  if (undo) page.searchParams.set(PARAMETERS.undo, undo);
  return `${page.pathname}${page.search}`;
}
