import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonGroup, buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph, RichText } from "@/components/ui/text";

/** Staff go to their own provider. */
export function AtProvider({ name }: { name: string }) {
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

/** Anybody with an account asks for a link by mail. */
export function ByMail({ ask }: { ask: FormAction }) {
  const t = useTranslations("accounts.signIn");
  return (
    <Section id="mail" title={t("byMail")}>
      <ActionForm name={null} action={ask} submitLabel={t("byMailSubmit")}>
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
export function FromAdministrator() {
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
