import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { oneOf, pageOf, type Query, wholeOf } from "@/components/addresses";
import { ChangePlanPage, PLAN_MESSAGES } from "@/components/table/change-plan";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { changePlan } from "@/domain/table/queries";
import { applyChangeAction, undoChangeAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("table.plan"))("title") };
}

/** What changes of many requirements: to look at before it is done, and to take back afterwards. */
export default async function TableChangePage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string; change: string }>;
  searchParams: Promise<Query>;
}) {
  const { dossier, change } = await params;
  const scope = await requireDossier(dossier);
  if (!mayWriteRequirements(scope)) forbidden();
  const query = await searchParams;
  return (
    <ChangePlanPage
      slug={scope.slug}
      plan={await gate(changePlan(scope, change, pageOf(query)))}
      message={oneOf(query, "message", PLAN_MESSAGES)}
      count={wholeOf(query, "count") ?? 0}
      actions={{ apply: applyChangeAction, undo: undoChangeAction }}
    />
  );
}
