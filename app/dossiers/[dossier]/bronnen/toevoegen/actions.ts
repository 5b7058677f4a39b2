"use server";

import { redirect } from "next/navigation";
import { fieldsOf, formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { slugOf } from "@/domain/dossiers/rules";
import { Conflict, Invalid } from "@/domain/kernel/errors";
import { importSource, type KnownSource } from "@/domain/sources/commands";

/** Brings in a file or pasted text and goes on to splitting it; a known file leads to itself. */
export async function addSource(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(slug);
  return formResult(data, async () => {
    const { title = "", text = "" } = fieldsOf(data);
    const upload = await uploadOf(data, text, title);
    const known = await importSource(scope, { ...upload, title: title.trim() || undefined }).then(
      ({ sourceId }) => redirect(to.parts(sourceId)),
      (error: unknown) => {
        if (error instanceof Conflict) return error.current as KnownSource;
        throw error;
      },
    );
    redirect(to.source(known.id, { known: 1 }));
  });
}

/** A file field that was left empty arrives as an empty file, named "undefined" when React sends it. */
function isChosen(file: File): boolean {
  return file.size > 0 || !["", "undefined"].includes(file.name);
}

async function uploadOf(data: FormData, text: string, title: string) {
  const file = data.get("file");
  if (file instanceof File && isChosen(file)) {
    if (text.trim()) throw new Invalid("errors.fields", {}, { text: "sources.errors.both" });
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  if (!text.trim()) throw new Invalid("errors.fields", {}, { file: "sources.errors.nothing" });
  if (!title.trim()) throw new Invalid("errors.fields", {}, { title: "sources.errors.noTitle" });
  return { fileName: `${slugOf(title)}.txt`, bytes: new TextEncoder().encode(text) };
}
