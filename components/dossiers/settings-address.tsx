import { useTranslations } from "next-intl";
import { CopyField } from "@/components/accounts/copy-field";
import { ButtonGroup } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/dialog";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";

/** The address where stakeholders read the stellingen without an account. */
export function SettingsAddress({
  address,
  actions,
}: {
  /** The full address; null when it is closed. */
  address: string | null;
  actions: { open: FormAction; close: FormAction } | null;
}) {
  const t = useTranslations("dossiers.address");
  return (
    <Section id="adres" title={t("title")} lead={t("lead")}>
      {address ? (
        <>
          <CopyField
            label={t("label")}
            value={address}
            copyLabel={t("copy")}
            copiedText={t("copied")}
          />
          <Paragraph>
            <TextLink href={address}>{t("look")}</TextLink>
          </Paragraph>
        </>
      ) : (
        <Paragraph>{t("closed")}</Paragraph>
      )}
      {actions && address ? (
        <ButtonGroup>
          <ConfirmButton
            label={t("renew")}
            title={t("renewTitle")}
            body={t("renewBody")}
            confirmLabel={t("renew")}
            confirmVariant="primary"
            action={actions.open}
          />
          <ConfirmButton
            label={t("close")}
            variant="subtle"
            title={t("closeTitle")}
            body={t("closeBody")}
            confirmLabel={t("close")}
            action={actions.close}
          />
        </ButtonGroup>
      ) : null}
      {actions && !address ? (
        <ActionForm name={null} action={actions.open} submitLabel={t("open")} />
      ) : null}
    </Section>
  );
}
