import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { AccessibilityPage } from "@/components/declarations/declared-pages";
import { SitePage } from "@/components/shell/site-page";
import { declarations } from "@/domain/declarations/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("declarations.accessibility"))("title") };
}

/** The declaration of accessibility, for anybody. */
export default async function AccessibilityDeclarationPage() {
  const [visit, declared] = await Promise.all([visitOf(), declarations()]);
  return (
    <SitePage visit={visit}>
      <AccessibilityPage declared={declared} />
    </SitePage>
  );
}
