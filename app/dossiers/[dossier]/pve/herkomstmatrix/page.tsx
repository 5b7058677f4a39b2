import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import { CellWords } from "@/components/matrix/cell-words";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { mayWrite } from "@/domain/dossiers/policy";
import { MATRIX_KINDS } from "@/domain/matrix/model";
import { matrix, matrixCell } from "@/domain/matrix/queries";
import { listChapters } from "@/domain/requirements/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matrix");
  return { title: t("title") };
}

/** The *herkomstmatrix*: requirements against what they rest on, and where nothing is yet. */
export default async function MatrixScreen({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const kind = oneOf(query, "columns", MATRIX_KINDS) ?? "kernwaarden";
  const gaps = textOf(query, "show") === "gaten";
  const chapterId = textOf(query, "chapter") || undefined;
  const [found, chapters] = await Promise.all([
    matrix(scope, { kind, gaps, chapterId, page: pageOf(query) }),
    listChapters(scope),
  ]);
  const asked = { requirement: textOf(query, "requirement"), column: textOf(query, "column") };
  const row = found.rows.find(({ id }) => id === asked.requirement);
  const cell =
    row && asked.column ? await gate(matrixCell(scope, row.id, kind, asked.column)) : null;
  const t = await getTranslations("matrix");
  const column = found.columns.find(({ id }) => id === asked.column);
  const to = addresses.dossier(scope.slug);
  const at = {
    columns: kind === "kernwaarden" ? undefined : kind,
    chapter: chapterId,
    show: gaps ? "gaten" : undefined,
    page: found.page > 1 ? found.page : undefined,
  };
  return (
    <MatrixPage
      slug={scope.slug}
      mayWrite={mayWrite(scope)}
      matrix={found}
      at={at}
      filter={{ kind, gaps, chapterId }}
      chapters={chapters}
      open={row && cell ? { requirement: row.id, column: asked.column } : null}
    >
      {row && cell ? (
        <CellWords
          slug={scope.slug}
          cell={cell}
          requirement={row}
          column={
            column
              ? column.number === null
                ? column.name
                : t("coreValue", { number: column.number })
              : t("direct")
          }
          closeHref={to.matrix(at)}
        />
      ) : null}
    </MatrixPage>
  );
}
