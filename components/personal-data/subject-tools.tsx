import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { FilterLinks, SearchForm } from "@/components/ui/search-form";
import { SUBJECT_SHOWS, type SubjectList, type SubjectShow } from "@/domain/personal-data/model";
import { askedIn, type PageAsked } from "./asked";
import styles from "./work.module.css";

/** Chooses who are listed and searches among them; and says what an open one holds up. */
export function SubjectTools({
  slug,
  asked,
  show,
  counts,
}: {
  slug: string;
  asked: PageAsked;
  show: SubjectShow;
  counts: SubjectList["counts"];
}) {
  const t = useTranslations("personalData");
  const to = addresses.dossier(slug);
  const { search, sourceId } = asked;
  return (
    <>
      <FilterLinks
        label={t("show.label")}
        items={SUBJECT_SHOWS.map((one) => ({
          href: to.personalData(askedIn({ search, sourceId, show: one })),
          label: t(`show.${one}`),
          count: counts[one],
          current: one === show,
          marked: one === "open" && counts.open > 0,
        }))}
      />
      <SearchForm
        compact
        action={to.personalData()}
        name={PARAMETERS.search}
        label={t("search")}
        defaultValue={search}
        hidden={Object.fromEntries(
          Object.entries(askedIn({ sourceId, show })).flatMap(([name, value]) =>
            value === undefined
              ? []
              : [[PARAMETERS[name as keyof typeof PARAMETERS], String(value)]],
          ),
        )}
        clearHref={search ? to.personalData(askedIn({ sourceId, show })) : undefined}
      />
      <p className={styles.holds}>
        <Icon name={counts.open > 0 ? "warning" : "check"} />
        {counts.open > 0 ? t("holdsUp") : t("nothingHeld")}
      </p>
    </>
  );
}
