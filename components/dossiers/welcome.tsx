import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { ChainExample } from "./chain-example";

/** The front page for who is not signed in: what this is, and how to begin. */
export function Welcome() {
  const t = useTranslations("home");
  return (
    <>
      <PageTitle
        title={t("title")}
        lead={
          <Stack gap="s">
            <p>{t("intro1")}</p>
            <p>{t("intro2")}</p>
            <p>{t("intro3")}</p>
          </Stack>
        }
      />
      <Section id="keten" title={t("chain.title")}>
        <ChainExample />
      </Section>
      <Section id="beginnen" title={t("start.title")}>
        <Stack>
          <Paragraph>{t("start.signIn")}</Paragraph>
          <Paragraph>{t("start.respond")}</Paragraph>
          <ButtonGroup>
            <ButtonLink href={addresses.signIn()} variant="primary">
              {t("start.button")}
            </ButtonLink>
          </ButtonGroup>
        </Stack>
      </Section>
    </>
  );
}
