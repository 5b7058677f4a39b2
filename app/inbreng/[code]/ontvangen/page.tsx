import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { keptForm } from "@/app/_lib/kept-form";
import { reactingHere } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { addresses, type Query, textOf } from "@/components/addresses";
import { ReceiptScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { mailEnvironment } from "@/domain/mail/model";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("receipt.title"), referrer: "same-origin" };
}

/** It is in: the receipt. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { code } = await params;
  const query = await searchParams;
  const { page, own, known } = await reactingHere(code);
  if (own.sentAt === null) redirect(addresses.reactCheck(code));
  const address = fullAddress(addresses.stakeholderPage(known.address));
  const { arrives } = mailEnvironment.parse(process.env);
  const failed = await keptForm(textOf(query, "failed"));
  const mail = {
    asked: textOf(query, "message") === "gemaild",
    wrong: failed?.fields?.email ?? failed?.message ?? null,
    typed: String(failed?.values?.email ?? ""),
  };
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <ReceiptScreen
        page={page}
        own={own}
        code={code}
        address={address}
        mail={arrives ? mail : null}
      />
    </ReactingShell>
  );
}
