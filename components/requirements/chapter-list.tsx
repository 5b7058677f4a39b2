"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/dialog";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, FormFields } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import styles from "./chapter-list.module.css";
import { OrderList } from "./order-list";

/** The part of the page where a chapter is changed. */
const CHANGE = "wijzigen";

type Actions = { move: FormAction; change: FormAction; remove: FormAction };

/** All chapters; an author changes their order here, and the name and introduction of one at a time. */
export function ChapterList({
  slug,
  chapters,
  open,
  actions,
}: {
  slug: string;
  chapters: Chapter[];
  /** Id of the chapter that is being changed. */
  open?: string;
  /** Left out for who may not write. */
  actions?: Actions;
}) {
  const t = useTranslations("requirements");
  if (!actions) {
    return (
      <ol className={styles.plain}>
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <ChapterWords slug={slug} chapter={chapter} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <OrderList
      action={actions.move}
      hidden={{ dossier: slug }}
      label={t("chapters.title")}
      items={chapters.map((chapter) => ({
        id: chapter.id,
        name: t("chapter.number", { number: chapter.number }),
        content: (
          <div className={styles.chapter} id={chapter.id === open ? CHANGE : undefined}>
            <ChapterWords slug={slug} chapter={chapter} />
            {chapter.id === open ? (
              <ChapterForm slug={slug} chapter={chapter} actions={actions} />
            ) : (
              <p className={styles.change}>
                <TextLink href={addresses.dossier(slug).chapters({ chapter: chapter.id }, CHANGE)}>
                  {t("chapters.change")}
                  <span className="visually-hidden">
                    {" "}
                    {t("chapter.number", { number: chapter.number })}
                  </span>
                </TextLink>
              </p>
            )}
          </div>
        ),
      }))}
    />
  );
}

function ChapterForm({
  slug,
  chapter,
  actions,
}: {
  slug: string;
  chapter: Chapter;
  actions: Actions;
}) {
  const t = useTranslations("requirements");
  return (
    <div className={styles.form}>
      <ActionForm
        name="chapter.change"
        of={chapter.id}
        action={actions.change}
        hidden={{ dossier: slug, chapterId: chapter.id }}
        submitLabel={t("chapters.save")}
        secondary={
          <ButtonLink href={addresses.dossier(slug).chapters()} variant="subtle" scroll={false}>
            {t("chapters.close")}
          </ButtonLink>
        }
      >
        <ChapterLock lockVersion={chapter.lockVersion} />
        <FormFields>
          <TextField name="title" label={t("chapters.name")} defaultValue={chapter.title} />
          <TextareaField
            name="introduction"
            label={t("chapters.introduction")}
            rows={3}
            optional
            defaultValue={chapter.introduction}
          />
        </FormFields>
      </ActionForm>
      {chapter.total === 0 ? (
        <ConfirmButton
          label={t("chapters.remove")}
          title={t("chapters.removeTitle", { title: chapter.title })}
          body={t("chapters.removeBody")}
          confirmLabel={t("chapters.remove")}
          size="small"
          variant="subtle"
          action={actions.remove}
          hidden={{ dossier: slug, chapterId: chapter.id }}
        />
      ) : (
        <p className={styles.note}>{t("chapters.notEmpty")}</p>
      )}
    </div>
  );
}

/**
 * The version a save goes on top of: the one the fields were filled from, also when the page has
 * been refreshed around them, and after an answer the one that was told.
 */
function ChapterLock({ lockVersion }: { lockVersion: number }) {
  const { state } = useFormScope();
  const [opened] = useState(lockVersion);
  const sent = state.values?.lockVersion;
  const value = state.token ?? (typeof sent === "string" ? sent : opened);
  return <input type="hidden" name="lockVersion" value={value} readOnly />;
}

function ChapterWords({ slug, chapter }: { slug: string; chapter: Chapter }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  return (
    <div className={styles.words}>
      <p className={styles.title}>
        <span className={styles.number}>{chapter.number}</span>
        <span className={styles.name}>
          <TextLink href={to.chapter(chapter.id)}>{chapter.title}</TextLink>
          <span className={styles.count}>
            {t("chapter.total", { count: chapter.total - chapter.dropped })}
          </span>
        </span>
      </p>
      {chapter.introduction ? <p className={styles.introduction}>{chapter.introduction}</p> : null}
    </div>
  );
}
