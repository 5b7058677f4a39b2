import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { ReadingList } from "@/components/moderation/reading-list";
import { PageTitle } from "@/components/ui/heading";
import { mayModerate } from "@/domain/moderation/policy";
import { moderationQueue } from "@/domain/moderation/queries";
import { place } from "../actions";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation"))("list.title") };
}

/** All with which nothing seems to be the matter, to read in one list and place together. */
export default async function ReadingListPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const page = pageOf(await searchParams);
  const queue = await gate(moderationQueue(scope, id, { page }));
  if (!mayModerate(scope)) forbidden();
  const t = await getTranslations("moderation");
  const back = addresses.dossier(scope.slug).moderation(id);
  const at = { show: "waiting" as const, page: 1, reaction: null, number: null, next: null };
  return (
    <>
      <PageTitle back={{ href: back, label: t("list.back") }} title={t("list.title")} />
      <ReadingList
        slug={scope.slug}
        consultationId={id}
        rows={queue.rows.filter(({ signs }) => signs.length === 0)}
        place={place.bind(null, scope.slug, id, at)}
      />
    </>
  );
}
