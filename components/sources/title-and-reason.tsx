import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";

/** Does something for good to a source: who does it types its title, and says why. */
export function TitleAndReason({
  name,
  source,
  action,
  submitLabel,
  reasonHint,
  back,
  hidden = {},
}: {
  /** Of the form. */
  name: string;
  source: { id: string; title: string };
  action: FormAction;
  submitLabel: ReactNode;
  /** Where the reason will stand. */
  reasonHint: string;
  back: { href: string; label: string };
  hidden?: Record<string, string>;
}) {
  const t = useTranslations("sources.forGood");
  return (
    <ActionForm
      name={name}
      of={source.id}
      action={action}
      hidden={{ ...hidden, sourceId: source.id }}
      submitLabel={submitLabel}
      secondary={
        <ButtonLink href={back.href} variant="subtle">
          {back.label}
        </ButtonLink>
      }
    >
      <TextField
        name="title"
        label={t("typeTitle")}
        hint={t("typeHint", { title: source.title })}
        autoComplete="off"
      />
      <TextField name="reason" label={t("reason")} hint={reasonHint} />
    </ActionForm>
  );
}
