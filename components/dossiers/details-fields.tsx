import { useTranslations } from "next-intl";
import { TextareaField, TextField } from "@/components/ui/fields";

/** What is said about a dossier: the same fields when it is started and later. */
export function DetailsFields({
  title,
  contractingAuthority,
  subject,
}: {
  title?: string;
  contractingAuthority?: string;
  subject?: string;
}) {
  const t = useTranslations("dossiers.fields");
  return (
    <>
      <TextField name="title" label={t("title")} hint={t("titleHint")} defaultValue={title} />
      <TextField
        name="contractingAuthority"
        label={t("contractingAuthority")}
        hint={t("contractingAuthorityHint")}
        defaultValue={contractingAuthority}
        autoComplete="organization"
      />
      <TextareaField
        name="subject"
        label={t("subject")}
        hint={t("subjectHint")}
        defaultValue={subject}
        counter={2000}
        optional
      />
    </>
  );
}
