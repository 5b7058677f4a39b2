"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  addStatement,
  changeStatement,
  explainStatement,
  putStatement,
  takeOutStatement,
} from "@/domain/statements/commands";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addStatement.submit(scope, data);
    redirect(addresses.dossier(scope.slug).statement(id, { added: 1 }));
  });
}

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await changeStatement.submit(scope, data, { id });
    revalidatePath(to.overview(), "layout");
    redirect(to.statement(id));
  });
}

/** Changes how a stelling is explained in one of its consultations. */
export async function explain(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await explainStatement.submit(scope, data, { statementId: id });
    revalidatePath(to.overview(), "layout");
    redirect(to.statement(id, {}, "voorgelegd"));
  });
}

/** Puts a stelling in one more consultation. */
export async function put(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const { number } = await putStatement.submit(scope, data, { statementId: id });
    revalidatePath(to.overview(), "layout");
    redirect(to.statement(id, { made: number }, "voorgelegd"));
  });
}

/** Takes a stelling out of a consultation in which it was put by hand. */
export async function takeOut(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    await takeOutStatement.submit(scope, data, { statementId: id });
    revalidatePath(to.overview(), "layout");
    redirect(to.statement(id, {}, "voorgelegd"));
  });
}
