import type { Metadata } from "next";
import { forbidden, notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, wholeNumber } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { DataItem, DataList } from "@/components/ui/data-list";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { CodeTag, Paragraph } from "@/components/ui/text";
import { maySplit } from "@/domain/splitting/policy";
import { reopening } from "@/domain/splitting/queries";
import { reopen } from "../../actions";

type Params = Promise<{ dossier: string; source: string; n: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("splitting.reopen"))("title") };
}

/** Reactions or stellingen that are named. */
const NAMED = 20;

/** What opening a confirmed document again takes away, or why it cannot be. */
export default async function ReopenPage({ params }: { params: Params }) {
  const { dossier, source: sourceId, n: number } = await params;
  const scope = await requireDossier(dossier);
  if (!maySplit(scope)) forbidden();
  const n = wholeNumber(number) ?? notFound();
  const found = await gate(reopening(scope, sourceId, n));
  const t = await getTranslations("splitting.reopen");
  const to = addresses.dossier(scope.slug);
  const path = to.part(sourceId, n);
  if (!found) redirect(path);
  const { part, reactions, statements, staying, rewritten, shown, changed, held } = found;
  const back = <ButtonLink href={path}>{t("cancel")}</ButtonLink>;
  return (
    <>
      <PageTitle back={{ href: path, label: part.title }} title={t("title")} lead={t("lead")} />
      {held.length > 0 ? (
        <Alert tone="warning" title={t("heldTitle", { count: held.length })}>
          <p>{t("held")}</p>
          <p>
            {held.slice(0, NAMED).map((one) => (
              <span key={one.id}>
                <TextLink href={to.reaction(one.id)}>
                  <CodeTag>R-{one.number}</CodeTag>
                </TextLink>{" "}
              </span>
            ))}
            {held.length > NAMED ? t("more", { count: held.length - NAMED }) : null}
          </p>
          {back}
        </Alert>
      ) : (
        <>
          <DataList>
            <DataItem term={t("reactions")}>{reactions}</DataItem>
            <DataItem term={t("statements")}>{statements}</DataItem>
            {staying > 0 ? <DataItem term={t("staying")}>{staying}</DataItem> : null}
          </DataList>
          {staying > 0 ? <Paragraph>{t("stayingWhy")}</Paragraph> : null}
          {rewritten.length > 0 ? (
            <Alert tone="warning" title={t("rewrittenTitle", { count: rewritten.length })}>
              <p>{t("rewritten")}</p>
              <ul>
                {rewritten.slice(0, NAMED).map(({ id, text }) => (
                  <li key={id}>
                    <TextLink href={to.statement(id)}>{text}</TextLink>
                  </li>
                ))}
                {rewritten.length > NAMED ? (
                  <li>{t("more", { count: rewritten.length - NAMED })}</li>
                ) : null}
              </ul>
            </Alert>
          ) : null}
          {shown > 0 ? <Paragraph>{t("shown", { count: shown })}</Paragraph> : null}
          {changed > 0 ? <Paragraph>{t("changed", { count: changed })}</Paragraph> : null}
          <ActionForm
            name={null}
            action={reopen.bind(null, dossier, path)}
            hidden={{ partId: part.id, lockVersion: part.lockVersion }}
            submitLabel={t("submit")}
            secondary={back}
          />
        </>
      )}
    </>
  );
}
