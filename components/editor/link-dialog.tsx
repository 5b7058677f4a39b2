"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button, ButtonGroup } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { allowedHref } from "@/domain/text/rich-link";
import styles from "./editor.module.css";

/** Asks for the address of a link. A word without a scheme gets `https://` (or `mailto:`). */
export function LinkDialog({
  editor,
  open,
  onClose,
}: {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("editor");
  return (
    <Dialog
      open={open}
      onClose={() => {
        onClose();
        editor.commands.focus();
      }}
      title={t("linkTitle")}
    >
      <LinkFields editor={editor} onClose={onClose} />
    </Dialog>
  );
}

function LinkFields({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations("editor");
  const id = useId();
  const [href, setHref] = useState<string>(() => editor.getAttributes("link").href ?? "");
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  const existing = editor.isActive("link");
  const needsWords = editor.state.selection.empty && !existing;

  // After the dialog opened: it gives the focus to its first button.
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => fields.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  function put() {
    const address = allowedHref(completed(href));
    if (address === null) {
      setWrong(true);
      document.getElementById(id)?.focus();
      return;
    }
    onClose();
    const text = words.trim() || address.replace(/^mailto:/, "");
    if (needsWords) {
      editor
        .chain()
        .focus()
        .insertContent([
          { type: "text", text, marks: [{ type: "link", attrs: { href: address } }] },
          { type: "text", text: " " },
        ])
        .run();
    } else {
      editor.chain().focus().extendMarkRange("link").setLink({ href: address }).run();
    }
  }

  // The dialog stands inside the form of the page: Enter must not send that.
  const onEnter = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    put();
  };

  return (
    <div ref={fields} className={styles.linkFields}>
      {needsWords ? (
        <div className={styles.field}>
          <label htmlFor={`${id}-words`} className={styles.label}>
            {t("linkWords")}
          </label>
          <input
            id={`${id}-words`}
            type="text"
            className={styles.input}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={onEnter}
          />
        </div>
      ) : null}
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          {t("linkAddress")}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {t("linkHint")}
        </p>
        {wrong ? (
          <p id={`${id}-error`} className={styles.error} role="alert">
            {t("linkWrong")}
          </p>
        ) : null}
        <input
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          className={styles.input}
          value={href}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={onEnter}
        />
      </div>
      <ButtonGroup>
        <Button variant="primary" onClick={put}>
          {t("linkPut")}
        </Button>
        {existing ? (
          <Button
            onClick={() => {
              onClose();
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
            }}
          >
            {t("linkRemove")}
          </Button>
        ) : null}
      </ButtonGroup>
    </div>
  );
}

/** What people type as an address: "www.gemeente.nl", "naam@gemeente.nl". */
function completed(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s/]+/.test(address) ? `https://${address}` : address;
}
