import type { Metadata } from "next";
import { forbidden, notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, wholeNumber, wholeOf } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Quote } from "@/components/ui/text";
import { REACTION_KINDS } from "@/db/vocabulary";
import { maySplit } from "@/domain/splitting/policy";
import { segmentLeftOut } from "@/domain/splitting/queries";
import { plainWords } from "@/domain/text/rules";
import { recut } from "../../../../../reacties/actions";

interface Props {
  params: Promise<{ dossier: string; source: string; n: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("splitting.takeIn"))("title") };
}

/** Makes a reaction of a block of a confirmed document that became nothing. */
export default async function TakeInPage({ params, searchParams }: Props) {
  const { dossier, source: sourceId, n: number } = await params;
  const scope = await requireDossier(dossier);
  if (!maySplit(scope)) forbidden();
  const n = wholeNumber(number) ?? notFound();
  const start = wholeOf(await searchParams, "segment") ?? notFound();
  const found = await gate(segmentLeftOut(scope, sourceId, n, start));
  const t = await getTranslations("splitting.takeIn");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const path = to.part(sourceId, n, { segment: start });
  if (!found) redirect(path);
  const { partId, lockVersion, segment } = found;
  return (
    <>
      <PageTitle back={{ href: path, label: t("cancel") }} title={t("title")} lead={t("lead")} />
      <Quote>{plainWords(segment.text)}</Quote>
      <ActionForm
        name={null}
        action={recut.bind(null, scope.slug)}
        hidden={{ partId, lockVersion, start, type: "takeIn" }}
        submitLabel={t("submit")}
        secondary={<ButtonLink href={path}>{t("cancel")}</ButtonLink>}
      >
        <SelectField
          name="kind"
          label={t("kind")}
          defaultValue="reaction"
          options={REACTION_KINDS.map((kind) => ({ value: kind, label: kinds(`input.${kind}`) }))}
        />
      </ActionForm>
    </>
  );
}
