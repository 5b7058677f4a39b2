import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { type Query, wholeOf } from "@/components/addresses";
import { PrintSource } from "@/components/sources/print-source";
import { blocksToPrint, getSource } from "@/domain/sources/queries";
import { requireStanding } from "../standing";

type Props = { params: Promise<{ dossier: string; source: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.printing"))("title") };
}

/** A source, or a stretch of it, to print. */
export default async function PrintSourcePage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const query = await searchParams;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  const source = await gate(getSource(scope, id, wholeOf(query, "version")));
  const asked = {
    from: Math.max(1, wholeOf(query, "from") ?? 1),
    until: wholeOf(query, "until") ?? source.blocks,
  };
  const blocks = await blocksToPrint(scope, source.versionId, asked);
  return <PrintSource slug={scope.slug} source={source} asked={asked} blocks={blocks} />;
}
