import { useLocale, useTranslations } from "next-intl";
import { CopyField } from "@/components/accounts/copy-field";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { DateField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { formatDate, formatMoment } from "@/domain/kernel/dates";
import type { SourceDetail } from "@/domain/sources/model";
import styles from "./source-facts.module.css";

/**
 * What is known of the file and its text, enough for anyone to check that nothing was altered; and until
 * when the file is kept.
 */
export function SourceFacts({
  slug,
  source,
  seesNames,
  keep,
}: {
  slug: string;
  source: SourceDetail;
  /** Whether names may be seen, and so the file: nothing is replaced in it. */
  seesNames: boolean;
  /** Says until when the original is kept; left out for who may not. */
  keep?: FormAction;
}) {
  const t = useTranslations("sources.facts");
  const size = useTranslations("sources");
  const language = useLocale();
  const to = addresses.dossier(slug);
  return (
    <Section id="origineel" title={t("title")}>
      <Stack gap="m">
        <DataList>
          <DataItem term={t("file")}>
            <span className={styles.long}>{source.fileName}</span>,{" "}
            {size("size", { size: Math.max(1, Math.round(source.byteSize / 1000)) })}
            {source.destroyedAt || !seesNames ? null : (
              <>
                {" · "}
                <TextLink href={to.original(source.id)} prefetch={false}>
                  {t("download")}
                </TextLink>
              </>
            )}
          </DataItem>
          <DataItem term={t("added")}>
            {source.createdBy
              ? t("addedBy", {
                  moment: formatMoment(source.createdAt, language),
                  name: source.createdBy,
                })
              : formatMoment(source.createdAt, language)}
          </DataItem>
          <DataItem term={t("text")}>
            {t("length", { blocks: source.blocks, characters: source.characters })}
          </DataItem>
          <DataItem term={t("kept")}>
            {source.destroyedAt
              ? source.destroyedReason
                ? t("destroyed", {
                    moment: formatMoment(source.destroyedAt, language),
                    reason: source.destroyedReason,
                  })
                : t("destroyedByTime", { moment: formatMoment(source.destroyedAt, language) })
              : source.keepUntil
                ? t("keptUntil", { date: formatDate(source.keepUntil, language) })
                : t("keptAlways")}
          </DataItem>
        </DataList>
        <ClientMessages namespaces={[]}>
          <Stack gap="m">
            <CopyField
              label={t("fileHash")}
              value={source.sha256}
              copyLabel={t("copy")}
              copiedText={t("copied")}
            />
            <Paragraph small muted>
              {t("howToCheck")}
            </Paragraph>
            <CopyField
              label={t("textHash")}
              value={source.textSha256}
              copyLabel={t("copy")}
              copiedText={t("copied")}
            />
            {keep && !source.destroyedAt ? (
              <ActionForm
                name="source.keep"
                of={source.id}
                action={keep}
                hidden={{ sourceId: source.id }}
                submitLabel={t("keep")}
                secondary={
                  <ButtonLink href={to.destroyOriginal(source.id)} variant="subtle">
                    {t("destroy")}
                  </ButtonLink>
                }
              >
                <DateField
                  optional
                  name="keepUntil"
                  label={t("keepUntil")}
                  hint={t("keepUntilHint")}
                  defaultValue={source.keepUntil ?? ""}
                />
              </ActionForm>
            ) : null}
          </Stack>
        </ClientMessages>
      </Stack>
    </Section>
  );
}
