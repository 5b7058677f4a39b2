"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  approveRequirement,
  checkOrigin,
  returnRequirement,
  sendToReview,
  takeBackReview,
} from "@/domain/review/commands";

const scopeOf = (data: FormData) => requireDossier(String(formIn(data).get("dossier") ?? ""));

const COMMANDS = { approve: approveRequirement, return: returnRequirement, check: checkOrigin };
const SAID = { approve: "akkoord", return: "teruggestuurd", check: "nagekeken" } as const;

/** What was pressed; checking is what everybody who reads may do. */
const actOf = (pressed: string | undefined): keyof typeof COMMANDS =>
  pressed === "approve" || pressed === "return" ? pressed : "check";

/** Approves a requirement, sends it back or says that its origin was checked, and goes on to the next that waits. */
export async function judgeAction(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const fields = fieldsOf(data);
    const act = actOf(fields.act);
    const { step } = await COMMANDS[act].submit(scope, data);
    const requirement = act === "check" ? fields.requirementId : fields.next;
    const undo = `${fields.requirementId}:${step}`;
    redirect(addresses.dossier(slug).reviewing({ requirement, message: SAID[act], undo }));
  });
}

/** Takes back what one did last with a requirement, and shows it. */
export async function takeBackAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const fields = fieldsOf(data);
  const requirementId = fields.requirementId ?? "";
  const to = addresses.dossier(scope.slug);
  await redirectingOnRefusal(
    to.reviewing({ requirement: requirementId, message: "niet-teruggenomen" }),
    () => takeBackReview(scope, { requirementId, step: fields.step }, keyIn(data)),
  );
  redirect(to.reviewing({ requirement: requirementId, message: "teruggenomen" }));
}

/** Sends one requirement to review, or what is ready. */
export async function sendAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const fields = fieldsOf(data);
  const to = addresses.dossier(scope.slug);
  const { requirementId, chapterId = "" } = fields;
  if (requirementId) {
    await redirectingOnRefusal(to.requirement(requirementId, { message: "nietGestuurd" }), () =>
      sendToReview(scope, { requirementId }, keyIn(data)),
    );
    redirect(to.requirement(requirementId, { message: "gestuurd" }));
  }
  const { sent, left } = await redirectingOnRefusal(
    to.reviewing({ message: "niet-gestuurd" }),
    () => sendToReview(scope, { chapterId }, keyIn(data)),
  );
  redirect(to.reviewing({ message: left > 0 ? "deel-gestuurd" : "gestuurd", count: sent }));
}
