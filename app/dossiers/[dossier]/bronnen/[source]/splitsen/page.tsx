import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { SourceHead } from "@/components/sources/source-head";
import { UnreadSource } from "@/components/sources/unread-source";
import { LongWords } from "@/components/splitting/long-words";
import { PartCard, type PartCardData } from "@/components/splitting/part-card";
import { PartForm } from "@/components/splitting/part-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Stack } from "@/components/ui/stack";
import { mayImportSources } from "@/domain/sources/policy";
import { receivedSource } from "@/domain/sources/queries";
import { maySplit } from "@/domain/splitting/policy";
import { partsOfSource } from "@/domain/splitting/queries";
import { readSourceAgain } from "../actions";
import { requireStanding } from "../standing";
import { edit } from "./actions";

type Params = Promise<{ dossier: string; source: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("splitting"))("overview.title") };
}

/** The documents found in a source, with how far the splitting of each is. */
export default async function PartsPage({ params }: { params: Params }) {
  const { dossier, source: sourceId } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, sourceId);
  // Here who has just sent a file waits for it to be read.
  const received = await gate(receivedSource(scope, sourceId));
  if (received.state !== "read") {
    const again = mayImportSources(scope) ? readSourceAgain.bind(null, dossier) : undefined;
    return <UnreadSource slug={dossier} source={received} again={again} />;
  }
  const { source, parts } = await gate(partsOfSource(scope, sourceId));
  const t = await getTranslations("splitting");
  const to = addresses.dossier(dossier);
  const mayChange = maySplit(scope);
  return (
    <ClientMessages namespaces={[]}>
      <SourceHead
        slug={dossier}
        sourceId={sourceId}
        title={<LongWords>{source.title}</LongWords>}
        view="splitting"
        meta={t("overview.meta", { count: parts.length, file: source.fileName })}
      />
      {parts.length === 0 ? (
        <EmptyState title={t("overview.emptyTitle")}>{t("overview.empty")}</EmptyState>
      ) : (
        <Stack gap="l">
          {parts.map((part) => {
            const data: PartCardData = { ...part, confirmed: part.confirmedAt !== null };
            return (
              <PartCard
                key={part.id}
                part={data}
                href={to.part(sourceId, part.n)}
                statementsHref={
                  part.consultationId && part.confirmedAt
                    ? to.statements({ consultation: part.consultationId })
                    : null
                }
                mayChange={mayChange}
              >
                {mayChange && !part.confirmedAt ? (
                  <PartForm
                    part={data}
                    partId={part.id}
                    lockVersion={part.lockVersion}
                    action={edit.bind(null, dossier)}
                  />
                ) : null}
              </PartCard>
            );
          })}
        </Stack>
      )}
    </ClientMessages>
  );
}
