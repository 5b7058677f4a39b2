"use client";

import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { SelectField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { Chapter, RequirementRow } from "@/domain/requirements/model";
import styles from "./chapter-order.module.css";
import { OrderList } from "./order-list";

const FORM = "to-chapter";

/** The requirements of a chapter while their order is changed: short rows, and a way to elsewhere. */
export function ChapterOrder({
  action,
  slug,
  chapter,
  chapters,
  rows,
}: {
  action: FormAction;
  slug: string;
  chapter: Chapter;
  chapters: Chapter[];
  rows: RequirementRow[];
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const others = chapters.filter(({ id }) => id !== chapter.id);
  return (
    <div className={styles.order}>
      <p className={styles.help}>
        {t("order.help")}{" "}
        <TextLink href={to.chapters({}, "nummering")}>{t("renumber.title")}</TextLink>
      </p>
      <OrderList
        action={action}
        hidden={{ dossier: slug, chapterId: chapter.id }}
        label={t("order.list", { title: chapter.title })}
        items={rows.map((row) => ({
          id: row.id,
          name: row.code,
          content: (
            <span className={styles.row}>
              {others.length > 0 ? (
                <input
                  type="checkbox"
                  form={FORM}
                  name="gekozen"
                  value={row.id}
                  className={styles.tick}
                  aria-label={t("order.choose", { code: row.code })}
                />
              ) : null}
              <CodeTag>{row.code}</CodeTag>
              <span className={styles.title}>{row.title}</span>
              {row.dropped ? <Badge tone="error">{t("dropped.badge")}</Badge> : null}
            </span>
          ),
        }))}
      />
      {others.length > 0 ? (
        <div className={styles.elsewhere}>
          <ActionForm
            name={null}
            id={FORM}
            action={action}
            hidden={{ dossier: slug }}
            submitLabel={t("order.toChapterButton")}
            submitVariant="secondary"
            compact
          >
            <SelectField
              name="naar"
              label={t("order.toChapter")}
              options={others.map(({ id, number, title }) => ({
                value: id,
                label: t("chapter.label", { number, title }),
              }))}
            />
          </ActionForm>
        </div>
      ) : null}
    </div>
  );
}
