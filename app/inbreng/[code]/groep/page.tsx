import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { GroupScreen } from "@/components/participation/start-screen";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("group.title"), referrer: "same-origin" };
}

/** As whom one reacts. */
export default async function GroupPage({ params }: Props) {
  const { code } = await params;
  const { page, own } = await reactingWhileOpen(code);
  if (page.group) redirect(addresses.reactCheck(code));
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <GroupScreen page={page} own={own} code={code} />
    </ReactingShell>
  );
}
