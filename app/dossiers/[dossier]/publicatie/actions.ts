"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import {
  adoptEdition,
  askAdoption,
  publishEdition,
  stopAdoption,
  withdrawEdition,
} from "@/domain/editions/commands";
import { takesLong } from "@/domain/editions/queries";
import { editionFolder } from "@/domain/editions/rules/site";
import { CODE_PLACE } from "@/domain/invitations/model";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  passOver,
  releasePersonalData,
  withdrawPassing,
  withdrawRelease,
} from "@/domain/publication/commands";

/** Takes the responsibility for what goes out while personal data is open. */
export async function release(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await releasePersonalData.submit(scope, data);
    redirect(addresses.dossier(slug).publication());
  });
}

/** Passes over what is in the way, with the reason. */
export async function passOverAction(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await passOver.submit(scope, data);
    redirect(addresses.dossier(slug).publication({ message: "overgeslagen" }));
  });
}

/** Takes back that something was passed over, or that somebody answered for open personal data. */
export async function withdrawAction(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const { passingId, key = "" } = fieldsOf(formIn(data));
  const to = addresses.dossier(slug);
  await redirectingOnRefusal(to.publication({ message: "niet-teruggedraaid" }), () =>
    passingId
      ? withdrawPassing(scope, { passingId }, keyIn(data))
      : withdrawRelease(scope, { key }, keyIn(data)),
  );
  redirect(to.publication({ message: "teruggedraaid" }));
}

/** Adopts an edition: exactly what its page showed. Of a large dossier in the background, where its page says how far it is. */
export async function adoptAction(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const to = addresses.dossier(slug);
    if (await takesLong(scope)) {
      const { attempt } = await askAdoption.submit(scope, data);
      redirect(to.adopt({ attempt }));
    }
    const { number } = await adoptEdition.submit(scope, data);
    redirect(to.edition(number, { message: "vastgesteld" }));
  });
}

/** Stops adopting that goes on in the background. */
export async function stopAction(slug: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const { attempt = "" } = fieldsOf(formIn(data));
  // Where it was done meanwhile its page leads on to the edition.
  const address = addresses.dossier(slug).adopt({ attempt });
  await redirectingOnRefusal(address, () => stopAdoption(scope, { attempt }, keyIn(data)));
  redirect(address);
}

/** Shows an edition to everybody. */
export async function publishAction(
  slug: string,
  number: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await publishEdition.submit(scope, data, {
      page: fullAddress(addresses.reactOwn(CODE_PLACE)),
      edition: fullAddress(addresses.published(slug, editionFolder(number))),
    });
    redirect(addresses.dossier(slug).edition(number, { message: "gepubliceerd" }));
  });
}

/** Withdraws an edition, with the reason. */
export async function withdrawEditionAction(
  slug: string,
  number: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await withdrawEdition.submit(scope, data);
    redirect(addresses.dossier(slug).edition(number, { message: "ingetrokken" }));
  });
}
