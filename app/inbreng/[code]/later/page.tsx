import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { LaterScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("later.title"), referrer: "same-origin" };
}

/** The address under which one goes on, here or elsewhere. */
export default async function LaterPage({ params }: Props) {
  const { code } = await params;
  const { page, own, known } = await reactingWhileOpen(code);
  const address = fullAddress(addresses.stakeholderPage(known.address));
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <LaterScreen page={page} own={own} code={code} address={address} />
    </ReactingShell>
  );
}
