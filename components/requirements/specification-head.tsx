import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";

/** The head of the Programma van Eisen and its views. */
export function SpecificationHead({
  slug,
  view,
  meta,
  state,
  actions,
  tools,
}: {
  slug: string;
  view: "document" | "table" | "matrix" | "findings" | "review" | "chapters";
  meta?: ReactNode;
  state?: ReactNode;
  actions?: ReactNode;
  tools?: ReactNode;
}) {
  const t = useTranslations("requirements");
  const to = addresses.dossier(slug);
  return (
    <PageHead
      title={t("title")}
      meta={meta}
      viewsLabel={t("views.label")}
      views={[
        { href: to.specification(), label: t("views.document"), current: view === "document" },
        { href: to.table(), label: t("views.table"), current: view === "table" },
        { href: to.matrix(), label: t("views.matrix"), current: view === "matrix" },
        {
          href: to.findings(),
          label: t("views.findings"),
          current: view === "findings",
        },
        { href: to.reviewing(), label: t("views.review"), current: view === "review" },
        {
          href: to.chapters(),
          label: t("chapters.title"),
          current: view === "chapters",
        },
      ]}
      state={state}
      actions={actions}
      tools={tools}
    />
  );
}
