import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { DestroyOriginal } from "@/components/sources/destroy-original";
import { PageTitle } from "@/components/ui/heading";
import { Forbidden } from "@/domain/kernel/errors";
import { mayKeepOriginals } from "@/domain/sources/policy";
import { getSource } from "@/domain/sources/queries";
import { destroy } from "../actions";

type Props = { params: Promise<{ dossier: string; source: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.destroy"))("pageTitle") };
}

/** Destroys the original of a source; its text stays. */
export default async function DestroyOriginalPage({ params }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  if (!mayKeepOriginals(scope)) await gate(Promise.reject(new Forbidden()));
  const source = await gate(getSource(scope, id));
  const href = addresses.dossier(scope.slug).source(source.id, {}, "origineel");
  if (source.destroyedAt) redirect(href);
  const t = await getTranslations("sources.destroy");
  return (
    <>
      <PageTitle back={{ href, label: source.title }} title={t("pageTitle")} />
      <DestroyOriginal slug={scope.slug} source={source} action={destroy.bind(null, scope.slug)} />
    </>
  );
}
