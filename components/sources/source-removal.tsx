import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { Paged } from "@/domain/kernel/paging";
import type { ManagedSource, Resting } from "@/domain/sources/model";
import { TitleAndReason } from "./title-and-reason";

/** The sources of a dossier, each with the way to remove it. */
export function ManagedSources({ slug, list }: { slug: string; list: Paged<ManagedSource> }) {
  const t = useTranslations("sources");
  const language = useLocale();
  return (
    <Section id="bronnen" title={t("remove.title")} lead={t("remove.lead")}>
      {list.total === 0 ? (
        <Paragraph muted>{t("remove.none")}</Paragraph>
      ) : (
        <Table
          caption={t("remove.caption", { count: list.total })}
          stack
          head={
            <Tr>
              <Th>{t("list.title")}</Th>
              <Th>{t("list.file")}</Th>
              <Th>{t("list.added")}</Th>
              <Th>{t("list.next")}</Th>
            </Tr>
          }
        >
          {list.rows.map((row) => (
            <Tr key={row.id}>
              <Td>{row.title}</Td>
              <Td label={t("list.file")}>{row.fileName}</Td>
              <Td label={t("list.added")}>{formatDate(row.createdAt, language)}</Td>
              <Td label={t("list.next")}>
                <TextLink
                  href={addresses.removeSource(slug, row.id)}
                  aria-label={t("remove.linkOf", { title: row.title })}
                >
                  {t("remove.link")}
                </TextLink>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

const KINDS = ["documents", "statements", "reactions", "coreValues", "requirements"] as const;

/** Says what rests on a source; or asks for its title and a reason, and removes it. */
export function RemoveSource({
  slug,
  source,
  action,
}: {
  slug: string;
  source: ManagedSource & { resting: Resting };
  action: FormAction;
}) {
  const t = useTranslations("sources.remove");
  const resting = KINDS.filter((kind) => source.resting[kind] > 0);
  if (resting.length > 0) {
    return (
      <Alert tone="warning" title={t("rests")}>
        <ul>
          {resting.map((kind) => (
            <li key={kind}>{t(`restsOn.${kind}`, { count: source.resting[kind] })}</li>
          ))}
        </ul>
        <p>
          <TextLink href={addresses.dossier(slug).source(source.id)}>{t("read")}</TextLink>{" "}
          {t("readNote")}
        </p>
        {source.resting.coreValues + source.resting.requirements > 0 ? (
          <p>{t("restsNext")}</p>
        ) : (
          <>
            <p>{t("reopenNext")}</p>
            <p>
              <TextLink href={addresses.dossier(slug).parts(source.id)}>{t("documents")}</TextLink>{" "}
              {t("readNote")}
            </p>
          </>
        )}
      </Alert>
    );
  }
  return (
    <>
      <Paragraph>{t("pageLead")}</Paragraph>
      <TitleAndReason
        name="source.remove"
        source={source}
        action={action}
        submitLabel={t("submit")}
        reasonHint={t("reasonHint")}
        back={{ href: addresses.managedDossier(slug), label: t("back") }}
      />
    </>
  );
}
