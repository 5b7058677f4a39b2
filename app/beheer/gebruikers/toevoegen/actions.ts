"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireAdministrator } from "@/app/_lib/administrator";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { addAccount } from "@/domain/accounts/commands";

export async function add(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireAdministrator();
  return formResult(data, async () => {
    const { id } = await addAccount.submit(scope, data);
    redirect(addresses.account(id));
  });
}
