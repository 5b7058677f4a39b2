import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { Thanks } from "@/components/participation/thanks";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { CurrentBeside } from "@/components/ui/current-beside";
import { DateField, TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayWrite } from "@/domain/dossiers/policy";
import { formatDayAndTime } from "@/domain/kernel/dates";
import { consultationOverview } from "@/domain/participation/queries";
import { end, thank } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.thank"))("title") };
}

/** Closing: what who reacted reads from then on, and the button that closes it before its time. */
export default async function ThankPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("participation.thank");
  const prepare = await getTranslations("participation.prepare");
  const language = await getLocale();
  const href = addresses.dossier(scope.slug).online(id);
  const live = online.state === "open" || online.state === "planned";
  return (
    <>
      <PageTitle back={{ href, label: prepare("title") }} title={t("title")} />
      <Stack gap="l">
        <Paragraph>{t("lead")}</Paragraph>
        <ClientMessages namespaces={["participation.thank"]}>
          <ActionForm
            name="consultation.thank"
            action={thank.bind(null, scope.slug, id)}
            submitLabel={t("save")}
          >
            <CurrentBeside
              lockVersion={online.lockVersion}
              fields={[{ name: "thanks", label: t("words") }]}
            />
            <DateField
              name="answerBy"
              label={t("answerBy")}
              hint={t("answerByHint")}
              defaultValue={online.answerBy ?? undefined}
            />
            <TextareaField
              optional
              name="thanks"
              label={t("words")}
              hint={t("wordsHint")}
              defaultValue={online.thanks}
              rows={4}
            />
          </ActionForm>
        </ClientMessages>
        <section aria-label={t("preview")}>
          <Thanks {...online} title={t("preview")} />
        </section>
        {live ? (
          <Card title={t("closeTitle")}>
            <Paragraph>
              {online.closesAt
                ? t("closesAt", { moment: formatDayAndTime(online.closesAt, language) })
                : null}{" "}
              {online.answerBy ? t("closeNow") : t("first")}
            </Paragraph>
            {online.answerBy ? (
              <ActionForm
                name={null}
                action={end.bind(null, scope.slug, id)}
                hidden={{ lockVersion: online.lockVersion }}
                submitLabel={prepare("end")}
                submitVariant="secondary"
              />
            ) : null}
          </Card>
        ) : null}
      </Stack>
    </>
  );
}
