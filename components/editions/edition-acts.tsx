import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { Section } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import type { EditionRow } from "@/domain/editions/model";

/** Publishing an edition, and withdrawing it. */
export function EditionActs({
  edition: { id, number, publishedAt, withdrawnAt },
  told,
  slug,
  publish,
  withdraw,
}: {
  edition: EditionRow;
  /** How many people get a mail when it is published. */
  told: number;
  slug: string;
  publish: FormAction;
  withdraw: FormAction;
}) {
  const t = useTranslations("editions.acts");
  if (withdrawnAt) return null;
  return (
    <ClientMessages namespaces={[]}>
      {publishedAt ? null : (
        <Section id="publiceren" title={t("publish.title")}>
          <Paragraph>{t("publish.body")}</Paragraph>
          {told > 0 ? <Paragraph>{t("publish.told", { count: told })}</Paragraph> : null}
          <div>
            <ConfirmButton
              label={t("publish.button")}
              title={t("publish.confirmTitle", { number })}
              body={t("publish.confirm")}
              confirmLabel={t("publish.button")}
              confirmVariant="primary"
              action={publish}
              hidden={{ editionId: id }}
            />
          </div>
        </Section>
      )}
      <Section id="intrekken" title={t("withdraw.title")}>
        <Paragraph>{t("withdraw.body")}</Paragraph>
        <Unfold label={t("withdraw.open")}>
          <ActionForm
            name="edition.withdraw"
            of={`${slug} ${id}`}
            action={withdraw}
            hidden={{ editionId: id }}
            submitLabel={t("withdraw.submit")}
            submitVariant="danger"
          >
            <TextareaField
              name="reason"
              label={t("withdraw.reason")}
              hint={t("withdraw.hint")}
              rows={3}
            />
          </ActionForm>
        </Unfold>
      </Section>
    </ClientMessages>
  );
}
