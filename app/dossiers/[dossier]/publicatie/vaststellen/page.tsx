import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { AdoptForm } from "@/components/editions/adopt-form";
import { AdoptLayout } from "@/components/editions/adopt-layout";
import { Adopting, AdoptingFailed } from "@/components/editions/adopting";
import { FrozenNow } from "@/components/editions/frozen-now";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { editionToAdopt } from "@/domain/editions/commands";
import { mayAdopt } from "@/domain/editions/policy";
import { adoptionOf } from "@/domain/editions/queries";
import { today } from "@/domain/kernel/dates";
import { Forbidden } from "@/domain/kernel/errors";
import { adoptAction, stopAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editions.adopt"))("title") };
}

/** Where an edition is adopted: what is decided, beside exactly what is frozen with it. */
export default async function AdoptPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  if (!mayAdopt(scope)) await gate(Promise.reject(new Forbidden()));
  const t = await getTranslations("editions.adopt");
  const to = addresses.dossier(scope.slug);
  const back = { href: to.publication(), label: t("back") };
  const adoption = await adoptionOf(scope);
  if (adoption?.state === "waiting" || adoption?.state === "adopting") {
    const title = (await getTranslations("editions.adopting"))("title");
    return (
      <>
        <PageTitle back={back} title={title} />
        <Adopting adoption={adoption} stop={stopAction.bind(null, scope.slug)} />
      </>
    );
  }
  // Who waited for it here is led to what came of it.
  const waitedFor = adoption?.attempt === textOf(await searchParams, "attempt") ? adoption : null;
  if (waitedFor?.number) redirect(to.edition(waitedFor.number, { message: "vastgesteld" }));
  const preview = await editionToAdopt(scope);
  return (
    <>
      <PageTitle back={back} title={t("title")} />
      <AdoptingFailed adoption={waitedFor} />
      <Paragraph lead>{t("lead")}</Paragraph>
      <AdoptLayout beside={<FrozenNow preview={preview} />}>
        <AdoptForm
          slug={scope.slug}
          preview={preview}
          today={today()}
          asked={waitedFor?.asked ?? null}
          action={adoptAction.bind(null, scope.slug)}
        />
      </AdoptLayout>
    </>
  );
}
