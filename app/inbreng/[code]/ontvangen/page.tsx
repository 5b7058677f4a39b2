import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { reactingHere } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { ReceiptScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("receipt.title"), referrer: "same-origin" };
}

/** It is in: the receipt. */
export default async function ReceiptPage({ params }: Props) {
  const { code } = await params;
  const { page, own, known } = await reactingHere(code);
  if (own.sentAt === null) redirect(addresses.reactCheck(code));
  const address = fullAddress(addresses.stakeholderPage(known.address));
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <ReceiptScreen page={page} own={own} code={code} address={address} />
    </ReactingShell>
  );
}
