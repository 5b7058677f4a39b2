"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { declare } from "@/domain/declarations/commands";

export async function change(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    await declare.submit(scope, data);
    revalidatePath(addresses.declarations());
    return { status: "done", message: (await getTranslations("declarations.form"))("done") };
  });
}
