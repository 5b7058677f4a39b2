"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireLink } from "@/app/_lib/link";
import { addresses, wholeNumber } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  agree as agreeWith,
  proposeCorrection,
  withdrawCorrection,
} from "@/domain/corrections/commands";
import { fieldsOf } from "@/domain/kernel/submission";

/** The page again as it is now, at the block that it was about. */
function backTo(link: string, data: FormData): string {
  // To another place of the same page a browser goes without asking for it again.
  revalidatePath(addresses.correction(link));
  const { page = "", block = "" } = fieldsOf(formIn(data));
  const at = wholeNumber(block);
  return addresses.correction(
    link,
    { page: wholeNumber(page) ?? 1 },
    at === null ? "klaar" : `blok-${at}`,
  );
}

/** Proposes other words for a block. */
export async function propose(link: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireLink(link);
  return formResult(data, async () => {
    await proposeCorrection.submit(scope, data);
    redirect(backTo(link, data));
  });
}

/** Takes a proposal back; one that was decided on meanwhile stays, and the page shows it. */
export async function withdraw(link: string, data: FormData): Promise<void> {
  const scope = await requireLink(link);
  const back = backTo(link, data);
  await redirectingOnRefusal(back, () => withdrawCorrection.submit(scope, data));
  redirect(back);
}

/** Says that all else is right, or takes that back. */
export async function agree(link: string, data: FormData): Promise<void> {
  const scope = await requireLink(link);
  const back = backTo(link, data);
  await redirectingOnRefusal(back, () => agreeWith.submit(scope, data));
  redirect(back);
}
