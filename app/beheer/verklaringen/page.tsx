import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { DeclareForm } from "@/components/declarations/declare-form";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { declarations } from "@/domain/declarations/queries";
import { change } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("declarations.form"))("title") };
}

/** Where an administrator fills in what the public pages on accessibility and privacy say. */
export default async function DeclarationsPage() {
  await requireAdministrator();
  const t = await getTranslations("declarations");
  return (
    <SitePage visit={await visitOf()}>
      <PageHead title={t("form.title")} meta={t("form.lead")} />
      <Paragraph>
        <TextLink href={addresses.accessibility()}>{t("accessibility.title")}</TextLink>
        {" · "}
        <TextLink href={addresses.privacy()}>{t("privacy.title")}</TextLink>
      </Paragraph>
      <DeclareForm declared={await declarations()} action={change} />
    </SitePage>
  );
}
