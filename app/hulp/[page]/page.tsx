import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { HelpPage } from "@/components/help/help-page";
import { topicOfSlug } from "@/components/help/topics";
import { SitePage } from "@/components/shell/site-page";

type Props = { params: Promise<{ page: string }> };

async function topicIn(params: Props["params"]) {
  return topicOfSlug((await params).page) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = await topicIn(params);
  const t = await getTranslations("help");
  return { title: t("pageTitle", { title: t(`topics.${topic}.title`) }) };
}

/** The help of one screen. It holds nothing of any dossier, so that anybody may read it. */
export default async function HelpTopicPage({ params }: Props) {
  const topic = await topicIn(params);
  return (
    <SitePage visit={await visitOf()}>
      <HelpPage topic={topic} />
    </SitePage>
  );
}
