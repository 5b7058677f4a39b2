import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { oidcProvider } from "@/app/_lib/provider";
import { ownAddress } from "@/app/_lib/return-address";
import { currentActor } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses, oneOf, PARAMETERS, type Query } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup, ButtonLink, buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
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
          {mailEnvironment.parse(process.env).arrives ? <ByMail /> : <FromAdministrator />}
          <RichText className="measure">
            <h2>{t("respond")}</h2>
            <p>{t("respondText")}</p>
          </RichText>
        </>
      )}
    </SitePage>
  );
}

function AtProvider({ name }: { name: string }) {
  const t = useTranslations("accounts.signIn");
  return (
    <Section id="organisatie" title={t("atProvider", { name })} lead={t("atProviderLead")}>
      <ButtonGroup>
        {/* No page of ours: it leads elsewhere, so it is not fetched ahead. */}
        <a href={addresses.signInAtProvider()} className={buttonClass("primary", "default")}>
          {t("atProviderSubmit", { name })}
        </a>
      </ButtonGroup>
    </Section>
  );
}

function ByMail() {
  const t = useTranslations("accounts.signIn");
  return (
    <Section id="mail" title={t("byMail")}>
      <ActionForm name={null} action={askForLink} submitLabel={t("byMailSubmit")}>
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
        />
      </ActionForm>
      <Paragraph muted className="measure">
        {t("byMailNext")}
      </Paragraph>
    </Section>
  );
}

/** Where no mail goes out, links come from who manages Herleid. */
function FromAdministrator() {
  const t = useTranslations("accounts.signIn");
  return (
    <RichText className="measure">
      <h2>{t("how")}</h2>
      <ol>
        <li>{t("step1")}</li>
        <li>{t("step2")}</li>
        <li>{t("step3")}</li>
      </ol>
    </RichText>
  );
}
