import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query, textOf } from "@/components/addresses";
import { MailPreview } from "@/components/invitations/mail-preview";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-fields";
import { HiddenField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import { MAIL_LANGUAGES } from "@/db/vocabulary";
import { mayWrite } from "@/domain/dossiers/policy";
import { invitationWords, mailable } from "@/domain/invitations/queries";
import { letterOf } from "@/domain/mail/rules/letters";
import { consultationOverview } from "@/domain/participation/queries";
import type { Language } from "@/i18n/catalogue";
import { sentencesIn } from "@/i18n/sentence";
import { send, trial } from "../actions";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("invitations.mail");
  const reminds = textOf(await searchParams, "kind") === "herinnering";
  return { title: reminds ? t("reminderTitle") : t("title") };
}

/** The mail as people get it, to oneself first, and then to who is invited. */
export default async function SendInvitationsPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const ids = idsOf(query, "choose");
  const reminds = textOf(query, "kind") === "herinnering";
  const template = reminds ? "reminder" : "invitation";
  const count = await gate(mailable(scope, id, { template, ids }));
  if (!mayWrite(scope)) forbidden();
  const online = await consultationOverview(scope, id);
  const words = await invitationWords(scope, id);
  const t = await getTranslations("invitations.mail");
  const tt = await getTranslations("invitations");
  const to = addresses.dossier(scope.slug);
  const live = online?.state === "open" || online?.state === "planned";
  const values = { ...words, name: "", address: "https://voorbeeld.example" };
  const inLanguage = (language: Language) =>
    letterOf({ template, values }, language, sentencesIn(language));
  const languages = (
    <RadioGroup
      inline
      name="language"
      label={t("language")}
      defaultValue="nl"
      options={MAIL_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
    />
  );
  return (
    <>
      <PageTitle
        back={{ href: to.invitations(id), label: tt("title") }}
        title={reminds ? t("reminderTitle") : t("title")}
        lead={reminds ? t("toReminder", { count }) : t("to", { count })}
      />
      <Columns
        aside={
          <Stack gap="l">
            {live ? null : <Alert tone="warning">{t("notOpen")}</Alert>}
            {live && count > 0 ? (
              <ActionForm
                name={null}
                action={send.bind(null, scope.slug, id)}
                submitLabel={reminds ? t("submitReminder") : t("submit", { count })}
                hidden={{ what: template }}
              >
                {ids.map((one) => (
                  <HiddenField key={one} name="ids" value={one} />
                ))}
                {languages}
              </ActionForm>
            ) : null}
            <Section id="proefmail" title={t("trialTitle")} lead={t("trialBody")}>
              <ActionForm
                name={null}
                action={trial.bind(null, scope.slug, id)}
                submitLabel={t("trial")}
                submitVariant="secondary"
              >
                {languages}
              </ActionForm>
            </Section>
          </Stack>
        }
      >
        <Section
          id="voorbeeld"
          title={t("preview")}
          actions={<TextLink href={to.setOnline(id)}>{t("change")}</TextLink>}
        >
          <Stack gap="m">
            <MailPreview letter={inLanguage("nl")} language="nl" />
            <Unfold label={t("english")}>
              <MailPreview letter={inLanguage("en")} language="en" />
            </Unfold>
            <Paragraph muted>{tt("lead")}</Paragraph>
          </Stack>
        </Section>
      </Columns>
    </>
  );
}
