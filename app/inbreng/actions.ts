"use server";

import { redirect } from "next/navigation";
import { formResult } from "@/app/_lib/action";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import { fieldsOf } from "@/domain/kernel/submission";
import { openByCode, openConsultation, openParticipant } from "@/domain/participation/gate";

/** Longer than looking a code up takes: when the answer comes says nothing of why it is no. */
const ANSWER_AFTER_MS = 400;

/** Goes on to what a typed code is of. One that is of nothing, was withdrawn or is closed gets the same answer. */
export async function enter(_state: FormState, data: FormData): Promise<FormState> {
  return formResult(data, async () => {
    const answerAt = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    const { code = "" } = fieldsOf(data);
    const found = await isOfSomething(code.slice(0, 100));
    await answerAt;
    if (!found) {
      throw new Invalid("errors.fields", {}, { code: "invitations.enter.wrong" });
    }
    redirect(addresses.stakeholderPage(code.toLowerCase().replace(/\s/g, "")));
  });
}

async function isOfSomething(code: string): Promise<boolean> {
  for (const open of [openByCode, openConsultation, (typed: string) => openParticipant(typed)]) {
    try {
      await open(code);
      return true;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return false;
}
