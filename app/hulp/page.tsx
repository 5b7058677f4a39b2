import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { HelpIndex } from "@/components/help/help-page";
import { SitePage } from "@/components/shell/site-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

/** All help. It holds nothing of any dossier, so that anybody may read it. */
export default async function HelpIndexPage() {
  return (
    <SitePage visit={await visitOf()}>
      <HelpIndex />
    </SitePage>
  );
}
