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
import { OnlineButton } from "@/components/participation/online-button";
import { PageHead } from "@/components/shell/page-head";
import { OutsideSection } from "@/components/statements/outside";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Columns, Stack } from "@/components/ui/stack";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { consultationContents, getConsultation } from "@/domain/consultations/queries";
import { dossierDetailsOf } from "@/domain/dossiers/queries";
import type { ReaderScope } from "@/domain/kernel/scope";
import { consultationOverview } from "@/domain/participation/queries";
import { outsideView } from "@/domain/statements/queries";
import { show } from "./actions";
import { prepare } from "./online/actions";

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
  const online = consultation.kind === "online" && consultation.audience === "stakeholder";
  return (
    <>
      <PageHead
        back={{ href: to.consultations(), label: t("crumb") }}
        title={consultation.title}
        meta={t("eyebrow")}
        actions={
          mayChange ? (
            <>
              {online ? (
                <OnlineButton
                  href={to.online(consultation.id)}
                  prepared={(await consultationOverview(scope, consultation.id)) !== null}
                  prepare={prepare.bind(null, scope.slug, consultation.id)}
                />
              ) : null}
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
          <OutsideSection
            view={await outsideView(scope, consultation.id)}
            consultationId={consultation.id}
            market={consultation.audience === "market"}
            action={mayChange ? show.bind(null, scope.slug) : undefined}
            pageHref={await stakeholderAddress(scope)}
          />
          <ConsultationDocuments contents={contents} slug={scope.slug} />
        </Stack>
      </Columns>
    </>
  );
}

/** The page that others see, when its address is open. */
async function stakeholderAddress(scope: ReaderScope): Promise<string | null> {
  const { stakeholderCode } = await dossierDetailsOf(scope);
  return stakeholderCode ? addresses.stakeholderPage(stakeholderCode) : null;
}
