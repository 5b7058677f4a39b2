import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { ACCOUNT_KINDS } from "@/db/vocabulary";
import { add } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.add"))("title") };
}

export default async function AddAccountPage() {
  await requireAdministrator();
  const t = await getTranslations("accounts");
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle
        back={{ href: addresses.accounts(), label: t("list.title") }}
        title={t("add.title")}
        lead={t("add.lead")}
      />
      <ActionForm
        name="account.add"
        action={add}
        submitLabel={t("add.submit")}
        showRequiredHint
        secondary={
          <ButtonLink href={addresses.accounts()} variant="subtle">
            {t("add.cancel")}
          </ButtonLink>
        }
      >
        <TextField name="name" label={t("fields.name")} autoComplete="off" />
        <TextField
          name="email"
          type="email"
          label={t("fields.email")}
          hint={t("fields.emailHint")}
          autoComplete="off"
        />
        <RadioGroup
          name="kind"
          label={t("fields.kind")}
          options={[...ACCOUNT_KINDS].reverse().map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            hint: t(`kindHints.${kind}`),
          }))}
          defaultValue="staff"
        />
      </ActionForm>
    </SitePage>
  );
}
