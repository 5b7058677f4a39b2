"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { addresses } from "@/components/addresses";
import { LiveText, useLiveText } from "@/components/editor/live-text";
import { RichTextView } from "@/components/editor/rich-text-view";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { TextLink } from "@/components/ui/link";
import { REQUIREMENT_KINDS, type RequirementKind } from "@/db/vocabulary";
import { formatClock } from "@/domain/kernel/dates";
import type { Body } from "@/domain/text/rich-text";
import { useDocument } from "./document-context";
import type { DocumentRow, Standing } from "./document-data";
import { putCaret } from "./place-in-text";
import styles from "./requirement-writer.module.css";
import { SaveConflictPanel } from "./save-conflict";
import { SaveWordsHere } from "./save-words";
import { useWriting, type Words } from "./use-writing";
import { WritingFindings } from "./writing-findings";

/** A requirement that is being written, where it stands. */
export function RequirementWriter({
  row,
  standing,
  caret,
  onLeft,
}: {
  row: DocumentRow;
  standing: Standing;
  /** Signs before the caret; null for the end. */
  caret: number | null;
  /** Called with what was saved, or null when nothing was. */
  onLeft: (saved: (Words & { n: number }) | null) => void;
}) {
  const t = useTranslations("requirements");
  const kinds = useTranslations("kinds");
  const { slug } = useDocument();
  const router = useRouter();
  const id = useId();
  const writing = useWriting(row, standing, onLeft);
  const { start, conflict } = writing;
  const live = useLiveText({
    id: `${id}-text`,
    attributes: {
      id: `${id}-text`,
      role: "textbox",
      lang: "nl",
      class: styles.text ?? "",
      "aria-label": t("field.bodyText"),
      "aria-multiline": "true",
      "aria-required": "true",
    },
    content: start.words.body,
    onCreate: (editor) => putCaret(editor, caret),
    onUpdate: (editor) => writing.change({ body: editor.getJSON() as Body }),
  });
  const to = addresses.dossier(slug);

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // There it leads back to the text.
    if (event.target instanceof Element && event.target.closest("dialog, [role=toolbar]")) return;
    event.preventDefault();
    void writing.leave();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves, wherever in it one is
    <div className={styles.writer} onKeyDown={onKey}>
      {start.since ? (
        <Alert tone="info">
          <p>{t("document.back", { at: formatClock(start.since) })}</p>
          <Button size="small" onClick={writing.discard}>
            {t("document.discard")}
          </Button>
        </Alert>
      ) : null}
      {conflict ? (
        <FormContext value={{ id, state: conflict, inForm: true, forget: writing.discard }}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void writing.keepMine();
            }}
          >
            <SaveConflictPanel leaveHref={to.inDocument(row.code, { message: "gelaten" })} />
          </form>
        </FormContext>
      ) : null}
      <div className={styles.head}>
        <input
          aria-label={t("field.title")}
          className={styles.title}
          defaultValue={start.words.title}
          maxLength={200}
          lang="nl"
          onChange={(event) => writing.change({ title: event.target.value })}
        />
        <select
          aria-label={t("field.kind")}
          className={styles.kind}
          defaultValue={start.words.kind}
          onChange={(event) => writing.change({ kind: event.target.value as RequirementKind })}
        >
          {REQUIREMENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(`requirement.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <LiveText live={live} />
      <WritingFindings findings={writing.findings} />
      <label className={styles.field}>
        <span>{t("field.explanation")}</span>
        <textarea
          rows={2}
          lang="nl"
          maxLength={5000}
          defaultValue={start.words.explanation}
          onChange={(event) => writing.change({ explanation: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span>{t("document.reason")}</span>
        <input maxLength={500} onChange={(event) => writing.giveReason(event.target.value)} />
      </label>
      <div className={styles.foot}>
        <SaveWordsHere code={row.code} />
        <span className={styles.ways}>
          <TextLink
            href={to.changeRequirement(row.id)}
            onClick={async (event) => {
              // First what is written here: the form begins with what stands.
              event.preventDefault();
              if (await writing.leave()) router.push(to.changeRequirement(row.id));
            }}
          >
            {t("document.allFields")}
          </TextLink>
          <Button size="small" variant="primary" onClick={() => void writing.leave()}>
            {t("document.done")}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** What was just written, until the page brings it itself. */
export function WrittenText({ body }: { body: Body }) {
  return <RichTextView body={body} />;
}
