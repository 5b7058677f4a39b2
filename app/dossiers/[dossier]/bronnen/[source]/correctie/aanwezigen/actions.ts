"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  changeRound,
  endRound,
  inviteAttendees,
  renewLink,
  revokeLink,
} from "@/domain/corrections/commands";
import type { ReaderScope } from "@/domain/kernel/scope";
import { fieldsOf } from "@/domain/kernel/submission";

type Made = { name: string; token: string }[];

/** The links as an answer to the form: they are nowhere to be found after it. */
const linksOf = (made: Made) =>
  JSON.stringify(
    made.map(({ name, token }) => ({ name, address: fullAddress(addresses.correction(token)) })),
  );

/** Makes a link for each name. Without the key of the form: what is kept by it would be kept here too. */
export async function invite(
  slug: string,
  sourceId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { roundId = "", names = "" } = fieldsOf(data);
    const made = await inviteAttendees(scope, { roundId, names });
    revalidatePath(addresses.dossier(slug).attendees(sourceId));
    const t = await getTranslations("corrections.people");
    return {
      status: "done",
      message: t("made", { count: made.length }),
      token: linksOf(made),
    };
  });
}

/** Makes a new link for somebody, in place of the one before. */
export async function renew(
  slug: string,
  sourceId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(null, async () => {
    const made = await renewLink(scope, { attendeeId: fieldsOf(data).attendeeId ?? "" });
    revalidatePath(addresses.dossier(slug).attendees(sourceId));
    const t = await getTranslations("corrections.people");
    return { status: "done", message: t("renewed"), token: linksOf(made) };
  });
}

/** Does the work of a form on this page and shows the page anew. `kept` is what is kept of the form when it is refused. */
async function settle(
  slug: string,
  sourceId: string,
  data: FormData,
  work: { submit: (scope: ReaderScope, data: FormData) => Promise<unknown> },
  kept: FormData | null = null,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(kept, async () => {
    await work.submit(scope, data);
    revalidatePath(addresses.dossier(slug).attendees(sourceId));
    return { status: "done" };
  });
}

/** Takes a link back. */
export async function revoke(slug: string, sourceId: string, _state: FormState, data: FormData) {
  return settle(slug, sourceId, data, revokeLink);
}

/** Sets until when the round takes corrections. */
export async function change(slug: string, sourceId: string, _state: FormState, data: FormData) {
  return settle(slug, sourceId, data, changeRound, data);
}

/** Ends the round now. */
export async function end(slug: string, sourceId: string, _state: FormState, data: FormData) {
  return settle(slug, sourceId, data, endRound);
}
