import { randomBytes } from "node:crypto";
import { z } from "zod";
import { database } from "@/db/client";
import { changeDetails } from "../../dossiers/commands";
import { asOutsider } from "../../dossiers/gate";
import { mayWrite } from "../../dossiers/policy";
import { headOf, lockDossier, setStakeholderCode } from "../../dossiers/rows";
import { codeOf } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { Forbidden } from "../../kernel/errors";
import { changeWords } from "../../kernel/layer";
import { type MemberScope, member, proves, reader, readerOf } from "../../kernel/scope";
import { fieldsOf } from "../../kernel/submission";
import { addedOutside, searchLeaving } from "../../personal-data/commands";
import { refuseHeld } from "../../personal-data/rows";
import { pageOf } from "../rows/page";

const openPage = command({
  scope: member,
  action: "stakeholderPage.open",
  input: z.object({}),
  allow: mayWrite,
  run: async (tx, scope) => {
    const before = await lockDossier(tx, scope.dossierId);
    await refuseHeld(tx, scope.dossierId);
    const code = codeOf(new Uint8Array(randomBytes(20)));
    await setStakeholderCode(tx, scope.dossierId, code);
    return {
      result: { code },
      audit: {
        entity: "stakeholderPage",
        entityId: scope.dossierId,
        before: { open: before.stakeholderCode !== null },
        after: { open: true },
      },
    };
  },
});

/**
 * Opens the page for stakeholders under a new secret address. An address that was there before
 * stops working. What the page shows is searched for personal data first.
 *
 * @returns the secret part of the address.
 * @throws Invalid while personal data is not decided on and nobody answered for it.
 */
export async function openStakeholderPage(
  scope: MemberScope,
  input: Record<string, never>,
  options?: { key?: string },
): Promise<{ code: string }> {
  if (!proves(reader, scope) || !mayWrite(scope)) throw new Forbidden();
  const page = await pageOf(await database(), scope.dossierId);
  await searchLeaving(scope, changeWords(page, await readerOf(asOutsider(scope))));
  return openPage(scope, input, options);
}

/**
 * Changes what is said about the dossier itself. It stands on the page for stakeholders: while that is open the new
 * words are searched first.
 *
 * @throws as `changeDetails`; Invalid while personal data is not decided on and nobody answered for it.
 */
export async function changeShownDetails(scope: MemberScope, data: FormData) {
  if (!proves(reader, scope) || !mayWrite(scope)) throw new Forbidden();
  const { title, contractingAuthority, subject } = fieldsOf(data);
  await addedOutside(
    scope,
    [title, contractingAuthority, subject],
    await headOf(await database(), scope.dossierId),
  );
  return changeDetails.submit(scope, data);
}

/** Closes the page for stakeholders; its address stops working for good. */
export const closeStakeholderPage = command({
  scope: member,
  action: "stakeholderPage.close",
  input: z.object({}),
  allow: mayWrite,
  run: async (tx, scope) => {
    const before = await lockDossier(tx, scope.dossierId);
    await setStakeholderCode(tx, scope.dossierId, null);
    return {
      result: {},
      audit: {
        entity: "stakeholderPage",
        entityId: scope.dossierId,
        before: { open: before.stakeholderCode !== null },
        after: { open: false },
      },
    };
  },
});
