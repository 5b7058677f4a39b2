import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { idsOf, type Query } from "@/components/addresses";
import { ChapterList } from "@/components/requirements/chapter-list";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { StartChapters } from "@/components/requirements/start-chapters";
import { StatusMessage } from "@/components/requirements/status-message";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/dialog";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, FormFields } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { codesAreFixed, listChapters } from "@/domain/requirements/queries";
import {
  addChapterAction,
  addStandardChaptersAction,
  changeChapterAction,
  moveChapterAction,
  removeChapterAction,
  renumberAction,
} from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requirements");
  return { title: t("chapters.title") };
}

/** The chapters: their names, order and introductions, and the numbering that follows from it. */
export default async function ChaptersPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("requirements");
  const query = await searchParams;
  const mayWrite = mayWriteRequirements(scope);
  const chapters = await listChapters(scope);
  const fixed = await codesAreFixed(scope);
  const requirements = chapters.reduce((sum, { total }) => sum + total, 0);
  return (
    <>
      <SpecificationHead
        slug={scope.slug}
        view="chapters"
        actions={
          mayWrite ? (
            <ButtonLink href="#toevoegen" size="small" variant="primary">
              {t("chapters.add")}
            </ButtonLink>
          ) : null
        }
      />
      <StatusMessage query={query} />
      {chapters.length === 0 ? (
        <StartChapters
          slug={scope.slug}
          action={mayWrite ? addStandardChaptersAction : undefined}
          chaptersHref="#toevoegen"
        />
      ) : (
        <ClientMessages namespaces={["requirements"]}>
          {mayWrite && chapters.length > 1 ? <Paragraph>{t("chapters.lead")}</Paragraph> : null}
          <ChapterList
            slug={scope.slug}
            chapters={chapters}
            open={idsOf(query, "chapter")[0]}
            actions={
              mayWrite
                ? {
                    move: moveChapterAction,
                    change: changeChapterAction,
                    remove: removeChapterAction,
                  }
                : undefined
            }
          />
        </ClientMessages>
      )}
      {mayWrite ? (
        <Section id="toevoegen" title={t("chapters.add")}>
          <ActionForm
            name="chapter.add"
            action={addChapterAction}
            hidden={{ dossier: scope.slug }}
            submitLabel={t("chapters.add")}
            resetOnDone
          >
            <FormFields>
              <TextField name="title" label={t("chapters.name")} />
              <TextareaField
                name="introduction"
                label={t("chapters.introduction")}
                hint={t("chapters.introductionHint")}
                rows={3}
                optional
              />
            </FormFields>
          </ActionForm>
        </Section>
      ) : null}
      {mayWrite && requirements > 0 ? (
        <Section id="nummering" title={t("renumber.title")}>
          <Paragraph>{fixed ? t("renumber.fixed") : t("renumber.body")}</Paragraph>
          {fixed ? null : (
            <div>
              <ConfirmButton
                label={t("renumber.button")}
                title={t("renumber.title")}
                body={t("renumber.confirm", { count: requirements })}
                confirmLabel={t("renumber.button")}
                confirmVariant="primary"
                action={renumberAction}
                hidden={{ dossier: scope.slug }}
              />
            </div>
          )}
        </Section>
      ) : null}
    </>
  );
}
