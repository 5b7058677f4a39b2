import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ReleaseForm } from "@/components/publication/release-form";
import { PageTitle } from "@/components/ui/heading";
import { mayWrite } from "@/domain/dossiers/policy";
import { Forbidden } from "@/domain/kernel/errors";
import { heldBack } from "@/domain/publication/queries";
import { release } from "../actions";

type Props = { params: Promise<{ dossier: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication.release"))("pageTitle") };
}

/** Where an author takes the responsibility for what goes out while personal data is open. */
export default async function ReleasePage({ params }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) await gate(Promise.reject(new Forbidden()));
  const held = await heldBack(scope);
  const href = addresses.dossier(scope.slug).publication();
  if (!held || held.released) redirect(href);
  const t = await getTranslations("publication.release");
  return (
    <>
      <PageTitle back={{ href, label: t("back") }} title={t("pageTitle")} />
      <ReleaseForm slug={scope.slug} held={held} action={release.bind(null, scope.slug)} />
    </>
  );
}
