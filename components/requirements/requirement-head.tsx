import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Badge } from "@/components/ui/badge";
import { Cluster } from "@/components/ui/stack";
import { CodeTag } from "@/components/ui/text";
import type { RequirementView } from "@/domain/requirements/model";
import type { SourceMarks } from "@/domain/trace/model";
import { KindBadge } from "./kind-badge";

/** The head of a requirement and its views: what it says, where it comes from, what it said. */
export function RequirementHead({
  slug,
  requirement,
  view,
  suspect,
  actions,
}: {
  slug: string;
  requirement: RequirementView;
  view: "requirement" | "trace" | "versions";
  /** Whether a source changed, or was removed, under words it rests on. */
  suspect?: SourceMarks;
  actions?: ReactNode;
}) {
  const t = useTranslations("requirements");
  const { code, version, chapterNumber, chapterTitle } = requirement;
  const to = addresses.dossier(slug);
  return (
    <PageHead
      back={{
        href: to.inDocument(code),
        label: t("chapter.label", { number: chapterNumber, title: chapterTitle }),
      }}
      marks={<CodeTag>{code}</CodeTag>}
      title={version.title}
      meta={
        <Cluster gap="s">
          <KindBadge kind={version.kind} />
          {requirement.droppedAt ? <Badge tone="error">{t("dropped.badge")}</Badge> : null}
          <SuspectBadge marks={suspect} href={to.trace(requirement.id)} />
        </Cluster>
      }
      viewsLabel={t("views.ofOne")}
      views={[
        {
          href: to.requirement(requirement.id),
          label: t("views.text"),
          current: view === "requirement",
        },
        { href: to.trace(requirement.id), label: t("trace.title"), current: view === "trace" },
        {
          href: to.versions(requirement.id),
          label: t("versions.crumb"),
          count: requirement.lockVersion,
          current: view === "versions",
        },
      ]}
      actions={actions}
    />
  );
}
