import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import {
  MATRIX_KINDS,
  type Matrix,
  type MatrixFilter,
  type MatrixKind,
} from "@/domain/matrix/model";
import { ChapterFilter } from "./chapter-filter";
import styles from "./matrix.module.css";
import { MatrixKeys } from "./matrix-keys";
import { MatrixTable, type OpenCell } from "./matrix-table";

/** What the address of the matrix asks, but for the open cell. */
type At = { columns?: MatrixKind; chapter?: string; show?: string; page?: number };

/** The *herkomstmatrix* with its filters, or why there is nothing in it. */
export function MatrixPage({
  slug,
  mayWrite,
  matrix,
  at,
  filter: { kind, gaps, chapterId },
  chapters,
  open,
  children,
}: {
  slug: string;
  mayWrite: boolean;
  matrix: Matrix;
  at: At;
  filter: Pick<MatrixFilter, "gaps" | "chapterId"> & { kind: MatrixKind };
  chapters: { id: string; number: number; title: string }[];
  open: OpenCell | null;
  children: ReactNode;
}) {
  const t = useTranslations("matrix");
  const to = addresses.dossier(slug);
  const { total, page, pages, rows, columns, columnsTotal } = matrix;
  const first = { ...at, page: undefined };
  const nothing = total === 0 && !(gaps && columns.some((column) => column.gap));
  const bare = nothing && !gaps && !chapterId;
  return (
    <>
      <SpecificationHead
        slug={slug}
        view="matrix"
        meta={t("lead", { requirements: total })}
        actions={
          bare ? undefined : (
            // The route makes a file: nothing to fetch beforehand.
            <a href={to.matrixSheet()} className={styles.download}>
              <Icon name="download" />
              {t("download")}
            </a>
          )
        }
      />
      {bare ? null : (
        <div className={styles.tools}>
          <FilterLinks
            label={t("columns.label")}
            items={MATRIX_KINDS.map((one) => ({
              href: to.matrix({ ...first, columns: one === "kernwaarden" ? undefined : one }),
              label: t(`columns.${one}`),
              current: one === kind,
            }))}
          />
          <FilterLinks
            label={t("filter.show")}
            items={[
              {
                href: to.matrix({ ...first, show: undefined }),
                label: t("filter.everything"),
                current: !gaps,
              },
              {
                href: to.matrix({ ...first, show: "gaten" }),
                label: t("filter.gaps"),
                current: Boolean(gaps),
              },
            ]}
          />
          {chapters.length > 1 ? (
            <ChapterFilter
              slug={slug}
              chapters={chapters}
              value={chapterId ?? ""}
              kind={kind}
              show={at.show}
            />
          ) : null}
        </div>
      )}
      {nothing ? (
        <Nothing slug={slug} gaps={Boolean(gaps)} bare={bare} mayWrite={mayWrite} />
      ) : (
        <Stack gap="m">
          <p className={styles.legend}>
            <span>{t("legend.cell")}</span>
            {kind === "kernwaarden" ? (
              <>
                <span>
                  <span className={styles.count} aria-hidden="true">
                    2<span className={styles.also}> +6</span>
                  </span>{" "}
                  {t("legend.carrying")}
                </span>
                <span>
                  <span className={`${styles.count} ${styles.unchosen}`} aria-hidden="true">
                    8
                  </span>{" "}
                  {t("legend.unchosen")}
                </span>
              </>
            ) : null}
            <span>
              <span className={`${styles.swatch} ${styles.gap}`} aria-hidden="true" />
              {t("legend.gap")}
            </span>
          </p>
          {gaps && rows.length === 0 ? <Paragraph>{t("noRequirementGaps")}</Paragraph> : null}
          {gaps && kind === "kernwaarden" && columnsTotal > 0 ? (
            <Paragraph>{t("gapValues", { count: columnsTotal })}</Paragraph>
          ) : null}
          {columns.length < columnsTotal ? (
            <Paragraph>
              {gaps
                ? t("cut", { shown: columns.length, total: columnsTotal })
                : t("fewer", { shown: columns.length, total: columnsTotal })}
            </Paragraph>
          ) : null}
          <MatrixKeys open={open ? `${open.requirement} ${open.column}` : null}>
            <MatrixTable
              slug={slug}
              kind={kind}
              matrix={matrix}
              mayWrite={mayWrite}
              open={open}
              cellHref={(cell) => to.matrix({ ...at, ...cell }, "woorden")}
            >
              {children}
            </MatrixTable>
          </MatrixKeys>
          <Paragraph className={styles.legend}>{t("keys")}</Paragraph>
          <Pagination
            page={page}
            pages={pages}
            total={total}
            hrefFor={(next) => to.matrix({ ...at, page: next })}
          />
        </Stack>
      )}
    </>
  );
}

function Nothing({
  slug,
  gaps,
  bare,
  mayWrite,
}: {
  slug: string;
  gaps: boolean;
  bare: boolean;
  mayWrite: boolean;
}) {
  const t = useTranslations("matrix");
  const to = addresses.dossier(slug);
  if (gaps) {
    return (
      <EmptyState title={t("noGaps.title")}>
        <p>{t("noGaps.body")}</p>
      </EmptyState>
    );
  }
  if (!bare) {
    return (
      <EmptyState title={t("here")}>
        <p>
          {t("hereBody")} <TextLink href={to.matrix()}>{t("filter.all")}</TextLink>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("none.title")}>
      <p>{t("none.body")}</p>
      {mayWrite ? (
        <p>
          <ButtonLink href={to.addRequirement()} variant="primary">
            {t("none.add")}
          </ButtonLink>
        </p>
      ) : null}
    </EmptyState>
  );
}
