import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingAt } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { PrivacyScreen } from "@/components/participation/house-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { keptFrom } from "@/domain/invitations/rules";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("privacy.title"), referrer: "same-origin" };
}

/** Who reads what one writes. */
export default async function PrivacyPage({ params }: Props) {
  const { code } = await params;
  const { at, page } = await reactingAt(code);
  const invited = page.invited
    ? { keptUntil: keptFrom(page.closedFrom, page.answerBy, at.keptUntil) }
    : null;
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <PrivacyScreen page={page} code={code} invited={invited} />
    </ReactingShell>
  );
}
