import type { Metadata } from "next";
import { forbidden, notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { BulkForm } from "@/components/bulk/bulk-form";
import { BulkProgress } from "@/components/bulk/bulk-progress";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { knownMeanings } from "@/domain/bulk/queries";
import { consultationOptions } from "@/domain/consultations/queries";
import { NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { receivedSource } from "@/domain/sources/queries";
import { maySendFiles } from "@/domain/uploads/policy";
import { getDraft } from "@/domain/uploads/queries";
import { bringIn } from "./actions";

type Props = { params: Promise<{ dossier: string; upload: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("pageTitle") };
}

export default async function ColumnsPage({ params }: Props) {
  const { dossier, upload } = await params;
  const scope = await requireDossier(dossier);
  if (!maySendFiles(scope)) forbidden();
  const to = addresses.dossier(scope.slug);
  const draft = await draftOrSource(scope, upload, to.source(upload));
  const sheet = draft.found?.sheet;
  if (draft.state === "ready" && !sheet) notFound();
  const t = await getTranslations("bulk");
  const head = (
    <PageHead
      back={{ href: to.addSource(), label: t("back") }}
      title={t("pageTitle")}
      meta={draft.fileName}
      state={t("notStored")}
    />
  );
  if (draft.state !== "ready" || !sheet) {
    return (
      <>
        {head}
        <BulkProgress draft={draft} />
      </>
    );
  }
  const chosen = draft.choices.bulk?.consultation;
  const [consultations, meanings] = await Promise.all([
    consultationOptions(scope),
    knownMeanings(scope, [], chosen && "id" in chosen ? chosen.id : null),
  ]);
  return (
    <>
      {head}
      <ClientMessages namespaces={["bulk", "kinds", "consultations"]}>
        <BulkForm
          action={bringIn.bind(null, scope.slug, upload)}
          fileName={draft.fileName}
          sheet={sheet}
          draft={draft.choices.bulk ?? {}}
          consultations={consultations.map(({ id, title }) => ({ value: id, label: title }))}
          groups={meanings.groups.map(({ id, name }) => ({ value: id, label: name }))}
          statements={meanings.statements.map(({ id, text }) => ({ value: id, label: text }))}
        />
      </ClientMessages>
    </>
  );
}

/** The draft; when its reactions are in the dossier there is a source of the same name, and that is where to go. */
async function draftOrSource(scope: ReaderScope, id: string, address: string) {
  try {
    return await getDraft(scope, id);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await gate(receivedSource(scope, id));
    return redirect(address);
  }
}
