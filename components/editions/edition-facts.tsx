import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Paragraph } from "@/components/ui/text";
import type { EditionHead, EditionRow } from "@/domain/editions/model";
import { formatDate, formatMoment } from "@/domain/kernel/dates";
import { EditionState } from "./edition-state";
import { Kenmerk } from "./kenmerk";

/** What an edition says of itself, and what was done with it since. */
export function EditionFacts({ edition, head }: { edition: EditionRow; head: EditionHead }) {
  const t = useTranslations("editions");
  const locale = useLocale();
  const { passedOver, release, previous, sections } = head;
  return (
    <>
      <Section id="besluit" title={t("facts.title")}>
        <Paragraph lead>{head.reason}</Paragraph>
        <DataList>
          <DataItem term={t("list.state")}>
            <EditionState edition={edition} />
          </DataItem>
          {edition.withdrawnReason ? (
            <DataItem term={t("facts.withdrawnReason")}>{edition.withdrawnReason}</DataItem>
          ) : null}
          <DataItem term={t("facts.decidedBy")}>{head.decidedBy}</DataItem>
          <DataItem term={t("facts.decidedOn")}>{formatDate(head.decidedOn, locale)}</DataItem>
          {head.decisionNumber ? (
            <DataItem term={t("facts.decisionNumber")}>{head.decisionNumber}</DataItem>
          ) : null}
          {head.mandate ? <DataItem term={t("facts.mandate")}>{head.mandate}</DataItem> : null}
          <DataItem term={t("facts.adopted")}>
            {t("facts.adoptedBy", {
              who: edition.adoptedByName ?? "",
              when: formatMoment(head.adoptedAt, locale),
            })}
          </DataItem>
          <DataItem term={t("facts.holds")}>
            {t("facts.holdsOf", {
              requirements: sections.requirements.count,
              coreValues: sections.coreValues.count,
              reactions: sections.reactions.count,
              sources: sections.sources.count,
            })}
          </DataItem>
          <DataItem term={t("facts.previous")}>
            {previous ? (
              <>
                {t("frozen.edition", { number: previous.number })}{" "}
                <Kenmerk sha256={previous.sha256} />
              </>
            ) : (
              t("facts.first")
            )}
          </DataItem>
          <DataItem term={t("facts.kenmerk")}>
            <Kenmerk sha256={edition.sha256} whole />
          </DataItem>
        </DataList>
      </Section>
      {passedOver.length > 0 || release ? (
        <Section id="overgeslagen" title={t("facts.passedOver")}>
          <ul>
            {passedOver.map(({ blocker, count, reason, by, at }) => (
              <li key={blocker}>
                {t("facts.passed", {
                  what: t(`facts.blockers.${blocker}`, { count }),
                  reason,
                  who: by ?? "",
                  date: formatDate(at, locale),
                })}
              </li>
            ))}
            {release ? (
              <li>
                {t("facts.passed", {
                  what: t("facts.blockers.personalData", { count: release.open }),
                  reason: release.reason,
                  who: release.by ?? "",
                  date: formatDate(release.at, locale),
                })}
              </li>
            ) : null}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
