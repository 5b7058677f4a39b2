import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import {
  ConsultationDocuments,
  ConsultationFacts,
  ConsultationStatements,
} from "@/components/consultations/consultation-overview";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Columns, Stack } from "@/components/ui/stack";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { consultationContents, getConsultation } from "@/domain/consultations/queries";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

/** The title and the page both need it: asked once per request. */
const consultationOnce = cache((...asked: Parameters<typeof getConsultation>) =>
  gate(getConsultation(...asked)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, consultation } = await params;
  const scope = await requireDossier(dossier);
  return { title: (await consultationOnce(scope, consultation)).title };
}

export default async function ConsultationPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const consultation = await consultationOnce(scope, id);
  const contents = await consultationContents(scope, consultation.id);
  const t = await getTranslations("consultations");
  const to = addresses.dossier(scope.slug);
  const mayChange = mayChangeConsultations(scope);
  return (
    <>
      <PageHead
        back={{ href: to.sources({}, "consultaties"), label: t("crumb") }}
        title={consultation.title}
        meta={t("eyebrow")}
        actions={
          mayChange ? (
            <>
              <ButtonLink size="small" href={to.changeConsultation(consultation.id)}>
                {t("change.link")}
              </ButtonLink>
              <ButtonLink
                size="small"
                variant="primary"
                href={to.addReaction({ consultation: consultation.id })}
              >
                {t("addReaction")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <Columns
        aside={
          <Card title={t("factsTitle")} tone="quiet">
            <ConsultationFacts consultation={consultation} />
          </Card>
        }
      >
        <Stack gap="xl">
          <ConsultationStatements contents={contents} slug={scope.slug} id={consultation.id} />
          <ConsultationDocuments contents={contents} slug={scope.slug} />
        </Stack>
      </Columns>
    </>
  );
}
