import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { LogTable } from "@/components/moderation/log-table";
import { PageTitle } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { maySeeNames } from "@/domain/dossiers/policy";
import { moderationLog } from "@/domain/moderation/queries";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.journal"))("title") };
}

/** What was not placed or taken away, when and why. */
export default async function ModerationLogPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const log = await gate(moderationLog(scope, id, { page: pageOf(await searchParams) }));
  const t = await getTranslations("moderation.journal");
  const to = addresses.dossier(scope.slug);
  const back = maySeeNames(scope)
    ? { href: to.moderation(id), label: t("back") }
    : { href: to.online(id), label: t("online") };
  return (
    <>
      <PageTitle back={back} title={t("title")} />
      <Stack gap="m">
        <Paragraph>
          {t("lead")} {t("public")}
        </Paragraph>
        {log.total === 0 ? <Paragraph>{t("empty")}</Paragraph> : <LogTable rows={log.rows} />}
        <Pagination {...log} hrefFor={(page) => to.moderationLog(id, { page })} />
      </Stack>
    </>
  );
}
