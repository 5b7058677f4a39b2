import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, wholeNumber } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { BecomesList, Checks } from "@/components/splitting/becomes-list";
import { ConfirmBar } from "@/components/splitting/confirm-bar";
import { ConfirmForm } from "@/components/splitting/confirm-form";
import { LeftOutList } from "@/components/splitting/left-out";
import { LongWords } from "@/components/splitting/long-words";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Forbidden } from "@/domain/kernel/errors";
import { maySplit } from "@/domain/splitting/policy";
import { previewConfirmation } from "@/domain/splitting/queries";
import { changeByForm, confirm } from "../../actions";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string; source: string; n: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("splitting.confirm"))("title") };
}

/** What confirming this part makes: what becomes what, and everything that becomes nothing. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { dossier, source: sourceId, n: number } = await params;
  const scope = await requireDossier(dossier);
  const n = wholeNumber(number) ?? notFound();
  const page = pageOf(await searchParams);
  const preview = await gate(
    maySplit(scope)
      ? previewConfirmation(scope, sourceId, n, page)
      : Promise.reject(new Forbidden()),
  );
  const { part, progress, problems } = preview;
  const to = addresses.dossier(dossier);
  const path = to.part(sourceId, n);
  if (part.confirmedAt) redirect(path);
  const all = await getTranslations("splitting");
  const t = await getTranslations("splitting.confirm");
  const place = { slug: dossier, sourceId, n };
  return (
    <ClientMessages namespaces={["splitting", "statements", "kinds"]}>
      <PageHead
        back={{ href: path, label: t("backLabel") }}
        title={t("title")}
        meta={<LongWords>{part.title}</LongWords>}
        state={
          progress.open === 0 ? (
            <Badge tone="ok">{all("bar.allSeen", { total: progress.total })}</Badge>
          ) : (
            <Badge tone="warning">{t("openTitle", { count: progress.open })}</Badge>
          )
        }
      />
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
      ) : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <BecomesList preview={preview} />
          <Checks preview={preview} {...place} />
        </div>
        <LeftOutList preview={preview} action={changeByForm.bind(null, dossier)} {...place} />
      </div>
      {progress.open > 0 || problems.length > 0 ? null : (
        <>
          <ConfirmForm
            action={confirm.bind(null, dossier, to.part(sourceId, n, { confirmed: "ja" }))}
            hidden={{ partId: part.id, lockVersion: part.lockVersion }}
            partTitle={part.title}
            consultations={preview.consultations}
            consultationId={part.consultationId}
            newGroups={preview.newGroups}
            groups={preview.groups}
            defaultGroupId={part.defaultGroupId}
            statements={preview.statements}
          />
          <ConfirmBar
            something={preview.something}
            nothing={preview.nothing}
            doubts={preview.doubts}
            backHref={path}
          />
        </>
      )}
    </ClientMessages>
  );
}
