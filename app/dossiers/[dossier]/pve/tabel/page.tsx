import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { chosenColumns } from "@/app/_lib/table-columns";
import { type Query, textOf } from "@/components/addresses";
import { filterOf } from "@/components/table/address";
import { TablePage } from "@/components/table/table-page";
import { findingCounts } from "@/domain/findings/queries";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { listChapters } from "@/domain/requirements/queries";
import { requirementTable } from "@/domain/table/queries";
import { chooseColumnsAction, saveCellAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("table"))("title") };
}

/** The Programma van Eisen as a table. */
export default async function RequirementTablePage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const filter = filterOf(query);
  const columns = await chosenColumns();
  const [chapters, table] = await Promise.all([
    listChapters(scope),
    requirementTable(scope, filter),
  ]);
  const ids = table.rows.map(({ id }) => id);
  const findings = columns.includes("findings") ? await findingCounts(scope, ids) : new Map();
  const [requirement, column] = [textOf(query, "requirement"), textOf(query, "column")];
  return (
    <TablePage
      slug={scope.slug}
      mayWrite={mayWriteRequirements(scope)}
      chapters={chapters}
      table={table}
      filter={filter}
      columns={columns}
      findings={Object.fromEntries(findings)}
      opened={requirement && column ? `${requirement} ${column}` : undefined}
      ticked={textOf(query, "choose") === "alles"}
      actions={{ columns: chooseColumnsAction, cell: saveCellAction }}
    />
  );
}
