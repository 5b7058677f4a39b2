import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { FilterSelect } from "@/components/ui/filter-select";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import type { EditionRow } from "@/domain/editions/model";
import { CHANGES_PARTS, CHANGES_WORDS, type ChangesOnly } from "@/domain/editions/rules/site";
import type { ChangesView } from "@/domain/editions/rules/views";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./changes.module.css";
import { CoreValueChange, ReactionChange } from "./changes-beside";
import { RequirementChange } from "./requirement-change";

/** What is different between two editions: how many of each, and each with its words, why, and what gave occasion to it. */
export function ChangesScreen({
  slug,
  number,
  others,
  view,
}: {
  slug: string;
  number: string;
  others: EditionRow[];
  view: ChangesView;
}) {
  const t = useTranslations("editions");
  const locale = useLocale();
  const to = addresses.dossier(slug);
  const { base, only, sums, sources, chapters, list } = view;
  const here = (part: ChangesOnly, page?: number) =>
    to.editionChanges(number, {
      from: base.number,
      kind: part ? CHANGES_WORDS[part] : "",
      page: page === 1 ? undefined : page,
    });
  const counted = (kind: keyof typeof sums) => sums[kind];
  const all = sums.added + sums.changed + sums.moved + sums.origin + sums.dropped;
  const parts = (["unchanged", "changed", "moved", "origin", "dropped"] as const)
    .filter((kind) => kind === "unchanged" || sums[kind] > 0)
    .map((kind) => t(`changes.counted.${kind}`, { count: sums[kind] }));
  return (
    <>
      <Form action={to.editionChanges(number)} className={styles.choose}>
        <FilterSelect
          name={PARAMETERS.from}
          label={t("changes.against")}
          value={base.number}
          options={others.map((one) => ({
            value: one.number,
            label: `${t(`named.${one.kind}`, { number: one.number })}, ${formatDate(one.decidedOn, locale)}`,
          }))}
        />
        <Button type="submit" variant="secondary">
          {t("changes.compare")}
        </Button>
      </Form>
      <Section id="telling" title={t("changes.title")}>
        <Paragraph lead>
          {t("changes.lead", {
            before: sums.before,
            base: base.number,
            unchanged: sums.unchanged,
          })}{" "}
          {sums.added > 0 ? t("changes.leadAdded", { added: sums.added }) : null}
        </Paragraph>
        <Paragraph muted>
          {t("changes.sum", { parts: parts.join(" + "), count: sums.before, number: base.number })}{" "}
          {t("changes.sumAfter", {
            ...{ before: sums.before, dropped: sums.dropped, added: sums.added },
            ...{ count: sums.after, number },
          })}
        </Paragraph>
        <FilterLinks
          label={t("changes.filter")}
          items={[
            { href: here(null), label: t("changes.all"), count: all, current: only === null },
            ...CHANGES_PARTS.map((part) => ({
              href: here(part),
              label: t(`changes.kind.${part}`),
              count: counted(part),
              current: only === part,
            })),
          ]}
        />
        {list.total === 0 ? <Paragraph>{t("changes.noneOfThese")}</Paragraph> : null}
        {list.of === "requirements"
          ? list.rows.map((row) => (
              <RequirementChange
                key={row.after ?? row.before}
                slug={slug}
                number={number}
                base={base.number}
                row={row}
              />
            ))
          : null}
        {list.of === "coreValues"
          ? list.rows.map((row) => <CoreValueChange key={row.key} row={row} />)
          : null}
        {list.of === "reactions"
          ? list.rows.map((row) => <ReactionChange key={row.key} row={row} />)
          : null}
        <Pagination {...list} hrefFor={(page) => here(only, page)} />
      </Section>
      <Section id="ook" title={t("changes.also.title")}>
        <ul>
          {(["added", "gone"] as const).map((key) =>
            chapters[key].length > 0 ? (
              <li key={key}>
                {t(`changes.also.chapters.${key}`, { count: chapters[key].length })}{" "}
                {chapters[key].join(", ")}
              </li>
            ) : null,
          )}
          {chapters.renamed.map(({ from, to }) => (
            <li key={from}>
              {t("changes.also.chapters.renamed")} <del>{from}</del> <ins>{to}</ins>
            </li>
          ))}
          <li>
            {sources.added + sources.changed + sources.gone === 0
              ? t("changes.also.sources.same")
              : t("changes.also.sources.other", sources)}
          </li>
        </ul>
      </Section>
    </>
  );
}
