"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formResult } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { type FormState, typedIn } from "@/components/ui/form-state";
import {
  addInvited,
  remindInvited,
  sendInvitations,
  sendTrial,
  withdrawInvited,
} from "@/domain/invitations/commands";
import { listOfFile } from "@/domain/invitations/formats";
import { MAX_LIST } from "@/domain/invitations/model";
import { previewList } from "@/domain/invitations/queries";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";

/** What was pasted, or the words of the file that was chosen. @throws Invalid on `file` */
async function listIn(data: FormData): Promise<string> {
  const file = data.get("file");
  if (!(file instanceof File) || file.size === 0) return fieldsOf(data).list ?? "";
  const wrong = () => new Invalid("errors.fields", {}, { file: "invitations.errors.file" });
  if (file.size > MAX_LIST) throw wrong();
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A spreadsheet that was not saved as CSV, or another file.
  if (bytes.includes(0) && bytes[0] === 0x50) throw wrong();
  return listOfFile(file.name, bytes);
}

/** Says what a list would do; with the button under that it is done. */
export async function add(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const list = await listIn(data);
    const asked = { consultationId: id, list, groupId: fieldsOf(data).groupId ?? "" };
    if (fieldsOf(data).add === "yes") {
      const looked = { ...asked, seen: fieldsOf(data).seen };
      const { added, known, moved } = await addInvited(scope, looked, keyIn(data));
      redirect(addresses.dossier(slug).invitations(id, { added, already: known, moved }));
    }
    const preview = await previewList(scope as ReaderScope, asked);
    const t = await getTranslations("invitations.form");
    const values = { ...typedIn(data), list };
    const token = JSON.stringify(preview);
    const { faults, fresh, known, moved } = preview;
    if (faults.length > 0) {
      const message = t("wrong", { count: faults.length });
      return { status: "error", message, fields: { list: message }, values, token };
    }
    const message = t("checked", { count: fresh.length, known, moved: moved.length });
    return { status: "done", message, values, token };
  });
}

/** The full address of which a code is the last part. */
const pageOfCodes = () => fullAddress(addresses.stakeholderPage("x")).slice(0, -1);

const chosenIn = (data: FormData) => {
  const ids = data.getAll("ids").filter((id) => typeof id === "string");
  return ids.length > 0 ? ids : undefined;
};

/** Sends the invitations, or the reminders. */
export async function send(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { language, what } = fieldsOf(data);
    const asked = {
      consultationId: id,
      ids: chosenIn(data),
      language: language as "nl",
      page: pageOfCodes(),
    };
    const reminds = what === "reminder";
    const { count } = await (reminds ? remindInvited : sendInvitations)(scope, asked, keyIn(data));
    const message = reminds ? "herinnerd" : "verstuurd";
    redirect(addresses.dossier(slug).invitations(id, { message, count }));
  });
}

/** Sends the invitation to who asks. */
export async function trial(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const page = fullAddress(addresses.dossier(slug).previewOnline(id));
    const { to } = await sendTrial.submit(scope, data, { consultationId: id, page });
    const t = await getTranslations("invitations.done");
    return { status: "done", message: t("trial", { to }) };
  });
}

/** Withdraws invitations. */
export async function withdraw(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const ids = chosenIn(data);
    if (!ids) throw new NotFound();
    const { count } = await withdrawInvited(scope, { consultationId: id, ids }, keyIn(data));
    redirect(addresses.dossier(slug).invitations(id, { message: "ingetrokken", count }));
  });
}
