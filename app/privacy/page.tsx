import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { PrivacyPage } from "@/components/declarations/declared-pages";
import { SitePage } from "@/components/shell/site-page";
import { declarations } from "@/domain/declarations/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("declarations.privacy"))("title") };
}

/** What is kept of people, for anybody. */
export default async function PrivacyDeclarationPage() {
  const [visit, declared] = await Promise.all([visitOf(), declarations()]);
  return (
    <SitePage visit={visit}>
      <PrivacyPage declared={declared} />
    </SitePage>
  );
}
