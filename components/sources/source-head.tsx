import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";

/** The head of a source and its views: the text, its splitting, and its versions. */
export function SourceHead({
  slug,
  sourceId,
  title,
  view,
  meta,
  actions,
  tools,
}: {
  slug: string;
  sourceId: string;
  title: ReactNode;
  view: "text" | "splitting" | "versions";
  meta?: ReactNode;
  actions?: ReactNode;
  tools?: ReactNode;
}) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  return (
    <PageHead
      back={{ href: to.sources(), label: t("list.pageTitle") }}
      title={title}
      meta={meta}
      viewsLabel={t("views.label")}
      views={[
        { href: to.source(sourceId), label: t("views.text"), current: view === "text" },
        { href: to.parts(sourceId), label: t("views.splitting"), current: view === "splitting" },
        {
          href: to.sourceVersions(sourceId),
          label: t("views.versions"),
          current: view === "versions",
        },
      ]}
      actions={actions}
      tools={tools}
    />
  );
}
