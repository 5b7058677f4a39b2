"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { keyIn } from "@/domain/kernel/submission";
import { addReactions, chooseColumns } from "@/domain/uploads/commands";
import { bulkOf } from "./fields";

/** Looks at the spreadsheet again with these choices, or has its reactions written into the dossier. */
export async function bringIn(
  slug: string,
  uploadId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const bulk = bulkOf(data);
    const work = data.get("do") === "add" ? addReactions : chooseColumns;
    await work(scope, { uploadId, bulk: bulk as never }, keyIn(data));
    redirect(addresses.dossier(slug).columns(uploadId));
  });
}
