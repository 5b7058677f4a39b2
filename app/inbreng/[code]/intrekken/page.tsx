import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingHere } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { WithdrawScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { ownRestedOn } from "@/domain/participation/queries";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("withdraw.title"), referrer: "same-origin" };
}

/** Whether one is sure. */
export default async function WithdrawPage({ params }: Props) {
  const { code } = await params;
  const { page, own, known } = await reactingHere(code);
  const used = await ownRestedOn(known.scope);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <WithdrawScreen page={page} own={own} code={code} used={used} />
    </ReactingShell>
  );
}
