import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { AdoptForm } from "@/components/editions/adopt-form";
import { AdoptLayout } from "@/components/editions/adopt-layout";
import { FrozenNow } from "@/components/editions/frozen-now";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { editionToAdopt } from "@/domain/editions/commands";
import { mayAdopt } from "@/domain/editions/policy";
import { today } from "@/domain/kernel/dates";
import { Forbidden } from "@/domain/kernel/errors";
import { adoptAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editions.adopt"))("title") };
}

/** Where an edition is adopted: what is decided, beside exactly what is frozen with it. */
export default async function AdoptPage({ params }: { params: Promise<{ dossier: string }> }) {
  const scope = await requireDossier((await params).dossier);
  if (!mayAdopt(scope)) await gate(Promise.reject(new Forbidden()));
  const t = await getTranslations("editions.adopt");
  const preview = await editionToAdopt(scope);
  const href = addresses.dossier(scope.slug).publication();
  return (
    <>
      <PageTitle back={{ href, label: t("back") }} title={t("title")} />
      <Paragraph lead>{t("lead")}</Paragraph>
      <AdoptLayout beside={<FrozenNow preview={preview} />}>
        <AdoptForm
          slug={scope.slug}
          preview={preview}
          today={today()}
          action={adoptAction.bind(null, scope.slug)}
        />
      </AdoptLayout>
    </>
  );
}
