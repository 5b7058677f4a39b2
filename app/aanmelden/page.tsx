import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oidcProvider } from "@/app/_lib/provider";
import { ownAddress } from "@/app/_lib/return-address";
import { currentActor } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { AtProvider, ByMail, FromAdministrator } from "@/components/accounts/sign-in-ways";
import { addresses, oneOf, PARAMETERS, type Query } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph, RichText } from "@/components/ui/text";
import { SIGN_IN_REFUSALS } from "@/db/vocabulary";
import { mailEnvironment } from "@/domain/mail/model";
import { askForLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const t = await getTranslations("accounts.signIn");
  const query = await searchParams;
  const refused = oneOf(query, "message", SIGN_IN_REFUSALS);
  const provider = oidcProvider();
  const next = ownAddress([query[PARAMETERS.next]].flat()[0]);
  const actor = await currentActor();
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {refused ? <Alert tone="error">{t(`refused.${refused}`)}</Alert> : null}
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
        <>
          {next ? <Paragraph className="measure">{t("returns")}</Paragraph> : null}
          {provider ? <AtProvider name={provider.name} /> : null}
          {mailEnvironment.parse(process.env).arrives ? (
            <ByMail ask={askForLink} />
          ) : (
            <FromAdministrator />
          )}
          <RichText className="measure">
            <h2>{t("respond")}</h2>
            <p>{t("respondText")}</p>
          </RichText>
        </>
      )}
    </SitePage>
  );
}
