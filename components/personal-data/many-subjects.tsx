import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import type { FormAction } from "@/components/ui/form";
import { FilterLinks } from "@/components/ui/search-form";
import { SUBJECT_GROUPS, type SubjectList } from "@/domain/personal-data/model";
import { askedIn, type PageAsked } from "./asked";
import { ChooseMany } from "./choose-many";
import styles from "./choose-many.module.css";

/** Several that are open, put ready by what they are or by how sure they are, for one decision. */
export function ManySubjects({
  slug,
  asked,
  list,
  hidden,
  decide,
  undo,
}: {
  slug: string;
  asked: PageAsked;
  list: SubjectList;
  hidden: Record<string, string>;
  decide: FormAction;
  undo: ReactNode;
}) {
  const t = useTranslations("personalData");
  const to = addresses.dossier(slug);
  const { sourceId, group, unsure } = asked;
  const href = (more: PageAsked) => to.personalData(askedIn({ sourceId, choose: "none", ...more }));
  return (
    <section aria-labelledby="meer" className={styles.many}>
      <h2 id="meer" className={styles.title}>
        {t("many.title")}
      </h2>
      <FilterLinks
        label={t("many.filter")}
        items={[
          { href: href({}), label: t("many.everything"), current: !group && !unsure },
          ...SUBJECT_GROUPS.map((one) => ({
            href: href({ group: one }),
            label: t(`groups.${one}`),
            current: group === one && !unsure,
          })),
          {
            href: href({ group, choose: "unsure" }),
            label: t("many.unsure"),
            current: unsure === true,
          },
        ]}
      />
      {list.rows.length === 0 ? (
        <p>{t("many.nothingOpen")}</p>
      ) : (
        <>
          {list.pages > 1 ? (
            <p className={styles.said}>
              {t("many.first", { count: list.rows.length, total: list.total })}
            </p>
          ) : null}
          <ChooseMany
            key={`${group} ${unsure} ${list.rows.map(({ id }) => id).join()}`}
            subjects={list.rows}
            ready={group !== undefined || unsure === true}
            hidden={hidden}
            decide={decide}
          />
        </>
      )}
      {undo}
    </section>
  );
}
