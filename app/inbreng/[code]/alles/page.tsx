import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { AllScreen } from "@/components/participation/answer-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { ClientMessages } from "@/components/shell/client-messages";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("answer.words"), referrer: "same-origin" };
}

/** All stellingen on one page. */
export default async function AllPage({ params }: Props) {
  const { code } = await params;
  const { page, own } = await reactingWhileOpen(code);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()} wide>
      <ClientMessages namespaces={["participation.keep"]}>
        <AllScreen page={page} own={own} code={code} />
      </ClientMessages>
    </ReactingShell>
  );
}
