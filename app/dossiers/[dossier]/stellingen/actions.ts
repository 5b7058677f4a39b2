"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { fieldsOf, formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import type { FormState } from "@/components/ui/form-state";
import { Conflict } from "@/domain/errors";
import { addStatement, changeStatement } from "@/domain/statements/commands";
import { staleState } from "../reacties/_lib/stale";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addStatement(scope, fieldsOf(data) as never);
    redirect(`/dossiers/${scope.slug}/stellingen/${id}?toegevoegd=1`);
  });
}

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const typed = fieldsOf(data);
    try {
      await changeStatement(scope, { ...typed, id } as never);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const now = error.current as {
        text: string;
        explanation: string | null;
        lockVersion: number;
      };
      return staleState(data, now.lockVersion, {
        text: now.text === typed.text ? null : now.text,
        explanation: (now.explanation ?? "") === typed.explanation ? null : (now.explanation ?? ""),
      });
    }
    revalidatePath(`/dossiers/${scope.slug}`, "layout");
    redirect(`/dossiers/${scope.slug}/stellingen/${id}`);
  });
}
