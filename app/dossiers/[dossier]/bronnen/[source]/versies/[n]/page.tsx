import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, wholeNumber } from "@/components/addresses";
import { VersionChanges } from "@/components/sources/version-changes";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { changesIn, getSource } from "@/domain/sources/queries";
import { requireStanding } from "../../standing";

type Props = { params: Promise<{ dossier: string; source: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { n } = await params;
  const t = await getTranslations("sources.changes");
  return { title: t("title", { n: wholeNumber(n) ?? 0 }) };
}

/** What changed in a version of a source, beside the one before it. */
export default async function VersionChangesPage({ params }: Props) {
  const { dossier, source: id, n: number } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  const n = wholeNumber(number) ?? 0;
  const source = await gate(getSource(scope, id, n));
  const changes = n > 1 ? await gate(changesIn(scope, id, n)) : null;
  const t = await getTranslations("sources.changes");
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageTitle
        back={{ href: to.sourceVersions(source.id), label: source.title }}
        title={t("title", { n })}
      />
      {changes ? <VersionChanges n={n} {...changes} /> : <Paragraph>{t("first")}</Paragraph>}
    </>
  );
}
