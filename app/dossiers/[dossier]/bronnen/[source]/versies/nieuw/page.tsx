import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptForm } from "@/app/_lib/kept-form";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { NewVersion } from "@/components/sources/new-version";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { ACCEPTED, FORMAT_WORDS } from "@/domain/sources/formats";
import { MAX_FILE_MEGABYTES, MAX_TYPED_LENGTH } from "@/domain/sources/model";
import { mayImportSources } from "@/domain/sources/policy";
import { getSource, versionText } from "@/domain/sources/queries";
import { requireStanding } from "../../standing";

type Props = {
  params: Promise<{ dossier: string; source: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.newVersion"))("title") };
}

/** Brings in a corrected file of a source, or its text as it is changed here. */
export default async function NewVersionPage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  if (!mayImportSources(scope)) forbidden();
  const source = await gate(getSource(scope, id));
  const [t, words, failed] = await Promise.all([
    getTranslations("sources.newVersion"),
    getTranslations(),
    keptForm(textOf(await searchParams, "failed")),
  ]);
  const to = addresses.dossier(scope.slug);
  const typeable = source.characters <= MAX_TYPED_LENGTH;
  const text = typeable ? (await versionText(scope, source.id, source.newest)).text : null;
  return (
    <>
      <PageTitle
        back={{ href: to.sourceVersions(source.id), label: source.title }}
        title={t("title")}
      />
      <Stack gap="m">
        <Paragraph>{t("lead")}</Paragraph>
        <ClientMessages namespaces={["sources.newVersion", "sources.errors"]}>
          <NewVersion
            address={to.sendVersion(source.id)}
            accept={ACCEPTED}
            formats={FORMAT_WORDS.map((key) => words(key)).join(", ")}
            limit={MAX_FILE_MEGABYTES}
            source={source}
            text={text}
            initialState={failed}
          />
        </ClientMessages>
      </Stack>
    </>
  );
}
