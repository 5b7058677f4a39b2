"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { removeSource } from "@/domain/removal/commands";

/** Removes a source for good. */
export async function remove(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    await removeSource.submit(scope, data);
    redirect(addresses.managedDossier(slug, { changed: 1 }));
  });
}
