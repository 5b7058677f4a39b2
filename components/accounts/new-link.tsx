"use client";

import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import { CopyField } from "./copy-field";

type Texts = { submit: string; label: string; copy: string; copied: string };

/** Makes a sign-in link and shows it, this once. */
export function NewLink({ make, texts }: { make: FormAction; texts: Texts }) {
  return (
    <ActionForm name={null} action={make} submitLabel={texts.submit}>
      <MadeLink texts={texts} />
    </ActionForm>
  );
}

/** The link stands only in the answer to the form: another visit to the page does not have it. */
function MadeLink({ texts }: { texts: Texts }) {
  const { state } = useFormScope();
  if (state.status !== "done" || !state.token) return null;
  return (
    <CopyField
      label={texts.label}
      value={state.token}
      copyLabel={texts.copy}
      copiedText={texts.copied}
    />
  );
}
