import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { formatMoment } from "@/domain/kernel/dates";
import type { SourceDetail, SourceVersions } from "@/domain/sources/model";

/** The versions of a source, newest first: what changed in each, and what came of the passages. */
export function SourceVersionList({
  slug,
  source,
  versions,
}: {
  slug: string;
  source: SourceDetail;
  versions: SourceVersions["versions"]["rows"];
}) {
  const t = useTranslations("sources.versions");
  const language = useLocale();
  const to = addresses.dossier(slug);
  return (
    <Table
      caption={t("title")}
      captionHidden
      stack
      head={
        <Tr>
          <Th>{t("version")}</Th>
          <Th>{t("note")}</Th>
          <Th>{t("who")}</Th>
          <Th>{t("passages")}</Th>
          <Th>{t("look")}</Th>
        </Tr>
      }
    >
      {versions.map((version) => (
        <Tr key={version.id}>
          <Td label={t("version")}>
            {version.n}{" "}
            <Badge tone={source.adopted?.n === version.n ? "ok" : "neutral"}>
              {source.adopted?.n === version.n ? t("adopted") : t("concept")}
            </Badge>
          </Td>
          <Td label={t("note")}>{version.note ?? t("first")}</Td>
          <Td label={t("who")}>
            {version.createdBy
              ? t("by", {
                  name: version.createdBy,
                  moment: formatMoment(version.createdAt, language),
                })
              : formatMoment(version.createdAt, language)}
          </Td>
          <Td label={t("passages")}>
            {version.n === 1
              ? "–"
              : t("located", {
                  same: version.located.exact,
                  moved: version.located.moved,
                  asked: version.located.proposed + version.located.orphan,
                })}
          </Td>
          <Td label={t("look")}>
            <TextLink href={to.source(source.id, { version: version.n })}>{t("read")}</TextLink>
            {version.n > 1 ? (
              <>
                {" · "}
                <TextLink href={to.versionChanges(source.id, version.n)}>{t("changes")}</TextLink>
              </>
            ) : null}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
