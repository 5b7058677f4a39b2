import { useLocale, useTranslations } from "next-intl";
import { addresses, type Query, textOf } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { DOSSIER_SORTS, type DossierSort, type MyDossier } from "@/domain/dossiers/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./my-dossiers.module.css";

/** The sort orders as they stand in the address. */
const SORT_WORDS: Record<DossierSort, string> = { started: "datum", title: "titel", role: "rol" };

/** The order an address asks for; by itself the newest come first. */
export function dossierOrderOf(query: Query): { sort: DossierSort; descending: boolean } {
  const asked = textOf(query, "sort");
  const sort = DOSSIER_SORTS.find((key) => SORT_WORDS[key] === asked) ?? "started";
  const order = textOf(query, "order");
  return { sort, descending: order ? order === "aflopend" : sort === "started" };
}

/** The front page for who is signed in. */
export function MyDossiers({
  list,
  sort,
  descending,
  mayStart,
}: {
  list: { dossiers: MyDossier[]; total: number; page: number; pages: number };
  sort: DossierSort;
  descending: boolean;
  mayStart: boolean;
}) {
  const t = useTranslations("home");
  const address = (key: DossierSort, down: boolean, page?: number) =>
    addresses.home({ sort: SORT_WORDS[key], order: down ? "aflopend" : "oplopend", page });
  const start = mayStart ? (
    <ButtonLink href={addresses.newDossier()} variant="primary" size="small">
      <Icon name="plus" />
      {t("new")}
    </ButtonLink>
  ) : null;
  if (list.total === 0) {
    return (
      <>
        <PageHead title={t("myDossiers")} />
        <EmptyState title={t("empty.title")} action={start}>
          <p>{t("empty.what")}</p>
          <p>{start ? t("empty.next") : t("empty.nextGuest")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("myDossiers")} actions={start} />
      <MyDossiersTable
        dossiers={list.dossiers}
        sort={sort}
        descending={descending}
        hrefForSort={(key, down) => address(key, down)}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => address(sort, descending, page)}
      />
    </>
  );
}

/** The dossiers somebody is in. The counts stand there only for who may see the work. */
function MyDossiersTable({
  dossiers,
  sort,
  descending,
  hrefForSort,
}: {
  dossiers: MyDossier[];
  sort: DossierSort;
  descending: boolean;
  hrefForSort: (sort: DossierSort, descending: boolean) => string;
}) {
  const t = useTranslations("home.list");
  const roles = useTranslations("dossiers.roles");
  const language = useLocale();
  const sortable = (key: DossierSort) => ({
    sort:
      sort !== key
        ? ("none" as const)
        : descending
          ? ("descending" as const)
          : ("ascending" as const),
    // The same column again turns the order around; a date begins with the newest.
    sortHref: hrefForSort(key, sort === key ? !descending : key === "started"),
  });
  return (
    <Table
      caption={t("caption")}
      captionHidden
      stack
      head={
        <Tr>
          <Th {...sortable("title")}>{t("title")}</Th>
          <Th {...sortable("role")}>{t("role")}</Th>
          <Th align="end">{t("consultations")}</Th>
          <Th align="end">{t("reactions")}</Th>
          <Th align="end">{t("requirements")}</Th>
          <Th {...sortable("started")} className={styles.started}>
            {t("started")}
          </Th>
        </Tr>
      }
    >
      {dossiers.map((dossier) => (
        <Tr key={dossier.id}>
          <Td className={styles.title}>
            <Title dossier={dossier} />
            <span className={styles.authority}>{dossier.contractingAuthority}</span>
          </Td>
          <Td label={t("role")}>
            <Badge tone={dossier.role === "author" ? "info" : "neutral"}>
              {roles(dossier.role)}
            </Badge>
          </Td>
          <Td label={t("consultations")} align="end" className="tabular">
            {dossier.counts?.consultations ?? "–"}
          </Td>
          <Td label={t("reactions")} align="end" className="tabular">
            {dossier.counts?.reactions ?? "–"}
          </Td>
          <Td label={t("requirements")} align="end" className="tabular">
            {dossier.counts?.requirements ?? "–"}
          </Td>
          <Td label={t("started")} className={styles.started}>
            <time dateTime={dossier.startedAt}>{formatDate(dossier.startedAt, language)}</time>
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

/** Where the title leads: to the work, for a stakeholder to the stellingen when they can be read. */
function Title({ dossier }: { dossier: MyDossier }) {
  const t = useTranslations("home.list");
  if (dossier.counts) {
    return (
      <TextLink href={addresses.dossier(dossier.slug).overview()} className={styles.link}>
        {dossier.title}
      </TextLink>
    );
  }
  if (dossier.stakeholderCode) {
    return (
      <TextLink href={addresses.stakeholderPage(dossier.stakeholderCode)} className={styles.link}>
        {dossier.title}
      </TextLink>
    );
  }
  return (
    <>
      <span className={styles.link}>{dossier.title}</span>
      <span className={styles.authority}>{t("closed")}</span>
    </>
  );
}
