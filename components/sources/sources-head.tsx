import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";

/** The head of what came in, in its two views: the files, and the occasions they are of. */
export function SourcesHead({
  slug,
  view,
  open,
  meta,
  actions,
  tools,
}: {
  slug: string;
  view: "sources" | "consultations";
  /** How much personal data is still to be decided on; null for who may not see it. */
  open: number | null;
  meta?: ReactNode;
  actions?: ReactNode;
  tools?: ReactNode;
}) {
  const t = useTranslations("sources.list");
  const to = addresses.dossier(slug);
  return (
    <PageHead
      title={view === "sources" ? t("pageTitle") : t("consultations")}
      meta={meta}
      viewsLabel={t("views")}
      views={[
        { href: to.sources(), label: t("pageTitle"), current: view === "sources" },
        { href: to.consultations(), label: t("consultations"), current: view === "consultations" },
        ...(open === null
          ? []
          : [{ href: to.personalData(), label: t("personalData"), count: open || undefined }]),
      ]}
      actions={actions}
      tools={tools}
    />
  );
}
