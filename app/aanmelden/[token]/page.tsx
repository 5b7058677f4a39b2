import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { accountOfSignInLink } from "@/domain/accounts/queries";
import { signIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.signIn"))("title") };
}

export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("accounts.signIn");
  const [person, actor] = await Promise.all([accountOfSignInLink(token), currentActor()]);
  if (!person) {
    return (
      <SitePage visit={await visitOf()}>
        <PageTitle title={t("unusableTitle")} lead={t("unusableLead")} />
        {actor ? <Alert tone="ok">{t("already", { name: actor.name })}</Alert> : null}
        <Paragraph className="measure">{t("unusableNext")}</Paragraph>
        <ButtonGroup>
          <ButtonLink href={actor ? addresses.home() : addresses.signIn()} variant="primary">
            {actor ? t("toDossiers") : t("unusableAgain")}
          </ButtonLink>
        </ButtonGroup>
      </SitePage>
    );
  }
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle title={t("welcome", { name: person.name })} lead={t("welcomeLead")} />
      <ActionForm name={null} action={signIn.bind(null, token)} submitLabel={t("submit")} />
      <Paragraph muted className="measure">
        {t("notYou", { name: person.name })}
      </Paragraph>
    </SitePage>
  );
}
