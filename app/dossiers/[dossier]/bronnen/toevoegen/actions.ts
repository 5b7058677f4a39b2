"use server";

import { redirect } from "next/navigation";
import { formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { NotFound } from "@/domain/kernel/errors";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import type { ReadingChoices } from "@/domain/sources/formats/model";
import {
  addUploads,
  chooseReading,
  dropAll,
  dropUpload,
  readDraftAgain,
  stopReading,
} from "@/domain/uploads/commands";

/** Adds the drafts that the page named; goes to the list, or straight to splitting when there is one. */
export async function addSources(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const uploadIds = data.getAll("uploadId").filter((id) => typeof id === "string");
    const { sourceIds, known } = await addUploads(scope, { uploadIds }, keyIn(data));
    const to = addresses.dossier(slug);
    const [only] = sourceIds;
    // What turned out to be known stays in the list, and says so.
    if (known.length > 0) redirect(to.addSource({ count: sourceIds.length }));
    if (only && sourceIds.length === 1) redirect(to.parts(only));
    redirect(to.sources());
  });
}

/** Chooses what a file leaves open. */
export async function chooseForDraft(slug: string, data: FormData): Promise<void> {
  await withDraft(slug, data, (scope, { uploadId = "", ...chosen }) =>
    chooseReading(scope, { uploadId, ...(chosen as ReadingChoices) }),
  );
}

export async function stopDraft(slug: string, data: FormData): Promise<void> {
  await withDraft(slug, data, (scope, { uploadId = "" }) => stopReading(scope, { uploadId }));
}

export async function readDraft(slug: string, data: FormData): Promise<void> {
  await withDraft(slug, data, (scope, { uploadId = "" }) => readDraftAgain(scope, { uploadId }));
}

export async function dropDraft(slug: string, data: FormData): Promise<void> {
  await withDraft(slug, data, (scope, { uploadId = "" }) => dropUpload(scope, { uploadId }));
}

export async function dropDrafts(slug: string, data: FormData): Promise<void> {
  await withDraft(slug, data, (scope) => dropAll(scope, {}));
}

type Scope = Awaited<ReturnType<typeof requireDossier>>;

async function withDraft(
  slug: string,
  data: FormData,
  work: (scope: Scope, fields: Record<string, string>) => Promise<unknown>,
): Promise<void> {
  const scope = await requireDossier(slug);
  const address = addresses.dossier(slug).addSource();
  await redirectingOnRefusal(address, async () => {
    try {
      await work(scope, fieldsOf(data));
    } catch (error) {
      // Added or taken away in another tab: the list shows what there is.
      if (!(error instanceof NotFound)) throw error;
    }
  });
  redirect(address);
}
