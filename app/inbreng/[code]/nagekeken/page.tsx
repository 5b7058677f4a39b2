import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingAt } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { pageOf, type Query } from "@/components/addresses";
import { LogScreen } from "@/components/moderation/log-screen";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { publishedLog } from "@/domain/moderation/queries";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.outside");
  return { title: t("title"), referrer: "same-origin" };
}

/** What was not placed or taken away, and why: no words and no names. */
export default async function PublishedLogPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { at, page } = await reactingAt(code);
  const log = await publishedLog(at, { page: pageOf(await searchParams) });
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <LogScreen code={code} log={log} />
    </ReactingShell>
  );
}
