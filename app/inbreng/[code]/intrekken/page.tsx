import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { WithdrawScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("withdraw.title"), referrer: "same-origin" };
}

/** Whether one is sure. */
export default async function WithdrawPage({ params }: Props) {
  const { code } = await params;
  const { page, own } = await reactingWhileOpen(code);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <WithdrawScreen page={page} own={own} code={code} />
    </ReactingShell>
  );
}
