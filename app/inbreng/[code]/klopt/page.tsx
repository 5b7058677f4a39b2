import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { CheckScreen } from "@/components/participation/check-screen";
import { ReactingShell } from "@/components/participation/reacting-shell";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("check.title"), referrer: "same-origin" };
}

/** All answers once more, and the button that sends them. */
export default async function CheckPage({ params }: Props) {
  const { code } = await params;
  const { page, own } = await reactingWhileOpen(code);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <CheckScreen page={page} own={own} code={code} />
    </ReactingShell>
  );
}
