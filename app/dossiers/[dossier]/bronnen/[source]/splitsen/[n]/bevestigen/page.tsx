import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, wholeNumber } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { ConfirmForm } from "@/components/splitting/confirm-form";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { DataItem, DataList } from "@/components/ui/data-list";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Forbidden } from "@/domain/kernel/errors";
import { maySplit } from "@/domain/splitting/policy";
import { previewConfirmation } from "@/domain/splitting/queries";
import { confirm } from "../../actions";

type Params = Promise<{ dossier: string; source: string; n: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("splitting.confirm"))("title") };
}

/** What confirming this part will make, and the choices it needs. */
export default async function ConfirmPage({ params }: { params: Params }) {
  const { dossier, source: sourceId, n: number } = await params;
  const scope = await requireDossier(dossier);
  const n = wholeNumber(number) ?? notFound();
  const preview = await gate(
    maySplit(scope) ? previewConfirmation(scope, sourceId, n) : Promise.reject(new Forbidden()),
  );
  const { part, progress, problems } = preview;
  const to = addresses.dossier(dossier);
  const path = to.part(sourceId, n);
  if (part.confirmedAt) redirect(path);
  const all = await getTranslations("splitting");
  const t = await getTranslations("splitting.confirm");
  return (
    <ClientMessages namespaces={["splitting", "statements", "kinds"]}>
      <PageTitle back={{ href: path, label: part.title }} title={t("title")} lead={t("lead")} />
      <DataList>
        <DataItem term={t("statements")}>{preview.statements.length}</DataItem>
        <DataItem term={t("reactions")}>{preview.reactions}</DataItem>
        <DataItem term={t("irrelevant")}>{preview.irrelevant}</DataItem>
      </DataList>
      {preview.looseExplanations > 0 ? (
        <Alert tone="info">{t("looseExplanations", { count: preview.looseExplanations })}</Alert>
      ) : null}
      {progress.open > 0 ? (
        <Alert tone="warning" title={t("openTitle", { count: progress.open })}>
          <p>{t("open")}</p>
          <ButtonLink
            href={to.part(sourceId, n, { segment: "open" })}
            variant="primary"
            size="small"
          >
            {all("bar.nextOpen")}
          </ButtonLink>
        </Alert>
      ) : problems.length > 0 ? (
        <Alert tone="warning" title={t("problemsTitle")}>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.type}-${problem.start}`}>
                {all(`errors.${problem.type}`, { number: problem.number })}{" "}
                <TextLink href={to.part(sourceId, n, { segment: problem.start })}>
                  {t("show")}
                </TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <ConfirmForm
          action={confirm.bind(null, dossier, to.part(sourceId, n, { confirmed: "ja" }))}
          hidden={{ partId: part.id, lockVersion: part.lockVersion }}
          partTitle={part.title}
          consultations={preview.consultations}
          statements={preview.statements}
          backHref={path}
        />
      )}
    </ClientMessages>
  );
}
