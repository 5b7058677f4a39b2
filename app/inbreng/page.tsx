import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { EnterCode } from "@/components/invitations/enter-code";
import { ClientMessages } from "@/components/shell/client-messages";
import { SitePage } from "@/components/shell/site-page";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { enter } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.enter"))("title") };
}

/** Where the letters send people who type their code. */
export default async function EnterCodePage() {
  const t = await getTranslations("invitations.enter");
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["invitations.enter"]}>
        <EnterCode action={enter} />
      </ClientMessages>
      <Paragraph muted>{t("help")}</Paragraph>
    </SitePage>
  );
}
