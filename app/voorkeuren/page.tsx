import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oidcProvider } from "@/app/_lib/provider";
import { ownPreferences, requireActor, requireOwnChoices } from "@/app/_lib/session";
import { signOutEverywhere } from "@/app/_lib/sign-out";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Button, ButtonGroup, buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { DataItem, DataList } from "@/components/ui/data-list";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { isLinked } from "@/domain/accounts/queries";
import { save } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.preferences"))("title") };
}

/** What somebody chooses for themselves, in every browser they sign in with. */
export default async function PreferencesPage() {
  const actor = await requireActor();
  const { email, letterKeys } = await ownPreferences();
  const t = await getTranslations("accounts");
  const provider = oidcProvider();
  const linked = provider && (await isLinked(await requireOwnChoices(), provider.issuer));
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle title={t("preferences.title")} lead={t("preferences.lead")} />
      <DataList>
        <DataItem term={t("fields.name")}>{actor.name}</DataItem>
        <DataItem term={t("fields.email")}>{email}</DataItem>
      </DataList>
      <Paragraph muted small>
        {t("preferences.wrong")}
      </Paragraph>
      <ActionForm name="preferences" action={save} submitLabel={t("preferences.submit")}>
        <CheckboxField
          name="letterKeys"
          label={t("preferences.letterKeys")}
          hint={t("preferences.letterKeysHint")}
          defaultChecked={letterKeys}
        />
      </ActionForm>
      {provider ? (
        <Section
          id="organisatie"
          title={t("preferences.provider", { name: provider.name })}
          lead={linked ? undefined : t("preferences.providerLead")}
        >
          {linked ? (
            <Paragraph>{t("preferences.providerLinked", { name: provider.name })}</Paragraph>
          ) : (
            <ButtonGroup>
              <a
                href={addresses.signInAtProvider()}
                className={buttonClass("secondary", "default")}
              >
                {t("preferences.providerSubmit")}
              </a>
            </ButtonGroup>
          )}
        </Section>
      ) : null}
      <Section
        id="afmelden"
        title={t("preferences.everywhere")}
        lead={t("preferences.everywhereLead")}
      >
        <form action={signOutEverywhere}>
          <Button type="submit">{t("preferences.everywhereSubmit")}</Button>
        </form>
      </Section>
    </SitePage>
  );
}
