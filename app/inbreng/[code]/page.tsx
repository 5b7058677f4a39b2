import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { StakeholderPageView } from "@/components/participation/stakeholder-page";
import { SenderBar } from "@/components/shell/bar";
import { PageShell } from "@/components/shell/page-shell";
import { openByCode } from "@/domain/participation/gate";
import { stakeholderPage } from "@/domain/participation/queries";

type Props = { params: Promise<{ code: string }> };

const pageOf = cache((code: string) => gate(openByCode(code).then(stakeholderPage)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageOf((await params).code);
  const t = await getTranslations("dossiers.public");
  // The address is a secret: where one goes from here must not say where one was.
  return { title: t("pageTitle", { title: page.title }), referrer: "same-origin" };
}

/** What a stakeholder reads without an account. */
export default async function StakeholderPage({ params }: Props) {
  const page = await pageOf((await params).code);
  return (
    <>
      <SenderBar sender={page.contractingAuthority} visit={await visitOf()} />
      <PageShell>
        <StakeholderPageView page={page} />
      </PageShell>
    </>
  );
}
