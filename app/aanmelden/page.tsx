import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownAddress } from "@/app/_lib/return-address";
import { currentActor } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses, PARAMETERS, type Query } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/heading";
import { RichText } from "@/components/ui/text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const t = await getTranslations("accounts.signIn");
  const next = ownAddress([(await searchParams)[PARAMETERS.next]].flat()[0]);
  const actor = await currentActor();
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {actor ? (
        <>
          <Alert tone="ok">{t("already", { name: actor.name })}</Alert>
          <ButtonGroup>
            <ButtonLink href={next ?? addresses.home()} variant="primary">
              {next ? t("goOn") : t("toDossiers")}
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <RichText className="measure">
          {next ? <p>{t("returns")}</p> : null}
          <h2>{t("how")}</h2>
          <ol>
            <li>{t("step1")}</li>
            <li>{t("step2")}</li>
            <li>{t("step3")}</li>
          </ol>
          <h2>{t("respond")}</h2>
          <p>{t("respondText")}</p>
        </RichText>
      )}
    </SitePage>
  );
}
