"use client";

import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Around, Optional } from "@/components/ui/field";
import { fieldId, useFormScope } from "@/components/ui/form-context";
import { type Body, bodyOfLines, bodyText } from "@/domain/text/rich-text";
import styles from "./editor.module.css";
import { editorExtensions } from "./extensions";
import { deeper, higher } from "./levels";
import { LinkDialog } from "./link-dialog";
import { type LeftOut, pastedHtml } from "./paste";
import { PasteNotice } from "./paste-notice";
import { Toolbar } from "./toolbar";

/** The name of the field that says how the text was sent. */
const FORMAT = "Format";

/**
 * A field of rich text. It sends Tiptap JSON as `name` with `nameFormat` = "json". Until the script
 * runs (or without it) there is an ordinary text box that sends plain lines under the same name.
 */
export function RichTextEditor({
  name,
  label,
  hint,
  optional = false,
  defaultValue,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue: Body | null;
}) {
  const t = useTranslations("editor");
  const { id: formId, state } = useFormScope();
  const id = fieldId(formId, name);
  const error = state.status === "error" ? state.fields?.[name] : undefined;
  const [linking, setLinking] = useState(false);
  const [leftOut, setLeftOut] = useState<LeftOut | null>(null);
  // The keys are handed to the editor before it is there.
  const made = useRef<Editor | null>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const value = useRef<HTMLInputElement>(null);
  const [first] = useState(() => keptBody(state.values, name) ?? defaultValue);
  const lines = first ? bodyText(first) : "";

  const attributes = (wrong: boolean) => ({
    id,
    role: "textbox",
    lang: "nl",
    class: styles.text ?? "",
    "aria-labelledby": `${id}-label`,
    "aria-multiline": "true",
    "aria-required": String(!optional),
    "aria-describedby": [hint ? `${id}-hint` : "", wrong ? `${id}-error` : ""]
      .filter(Boolean)
      .join(" "),
    ...(wrong ? { "aria-invalid": "true" } : {}),
  });
  const editorProps = (wrong: boolean) => ({
    attributes: attributes(wrong),
    transformPastedHTML: (html: string) => {
      const pasted = pastedHtml(html);
      setLeftOut(pasted.leftOut);
      return pasted.html;
    },
    handleDOMEvents: {
      // Tab leaves the text, also in a list: the keyboard must never be caught (WCAG 2.1.2).
      keydown: (_view: unknown, event: KeyboardEvent) => event.key === "Tab",
    },
    handleKeyDown: (_view: unknown, event: KeyboardEvent) => {
      if (event.altKey && event.key === "F10") {
        document
          .querySelector<HTMLElement>(`[role="toolbar"][aria-controls="${id}"] [tabindex="0"]`)
          ?.focus();
        return true;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        setLinking(true);
        return true;
      }
      if ((event.ctrlKey || event.metaKey) && (event.key === "]" || event.key === "[")) {
        if (made.current) (event.key === "]" ? deeper : higher)(made.current);
        return true;
      }
      return false;
    },
  });

  const editor = useEditor({
    extensions: editorExtensions,
    content: first ?? undefined,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Our own style sheet: the policy of the page refuses a style element made by a script.
    injectCSS: false,
    editorProps: editorProps(error !== undefined),
    onCreate: ({ editor: created }) => {
      // Somebody may have typed before the script ran.
      const typed = plain.current?.value;
      if (typed !== undefined && typed !== lines) created.commands.setContent(bodyOfLines(typed));
    },
    onUpdate: ({ editor: changed }) => {
      const input = value.current;
      if (!input) return;
      input.value = JSON.stringify(changed.getJSON());
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });

  useEffect(() => {
    made.current = editor;
  }, [editor]);

  const wrong = error !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the error changes what is said
  useEffect(() => {
    editor?.setOptions({ editorProps: editorProps(wrong) });
  }, [editor, wrong]);

  return (
    <div className={wrong ? `${styles.field} ${styles.invalid}` : styles.field}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the text box itself */}
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={styles.label}
        onClick={() => editor?.commands.focus()}
      >
        {label}
        <Optional optional={optional} />
      </label>
      <Around id={id} hint={hint} error={error} />
      {editor ? (
        <div className={styles.box}>
          <Toolbar editor={editor} controls={id} onLink={() => setLinking(true)} />
          <EditorContent editor={editor} className={styles.content} />
          <PasteNotice leftOut={leftOut} />
          <input
            ref={value}
            type="hidden"
            name={name}
            defaultValue={JSON.stringify(editor.getJSON())}
          />
          <input type="hidden" name={`${name}${FORMAT}`} value="json" />
          <LinkDialog editor={editor} open={linking} onClose={() => setLinking(false)} />
        </div>
      ) : (
        <textarea
          ref={plain}
          id={id}
          name={name}
          rows={8}
          lang="nl"
          defaultValue={lines}
          aria-required={!optional}
          aria-invalid={wrong || undefined}
          aria-describedby={attributes(wrong)["aria-describedby"] || undefined}
          title={t("plainLines")}
          className={styles.plain}
        />
      )}
    </div>
  );
}

/** What was typed before a submit that failed. */
function keptBody(
  values: Record<string, string | string[]> | undefined,
  name: string,
): Body | undefined {
  const typed = values?.[name];
  if (typeof typed !== "string") return undefined;
  if (values?.[`${name}${FORMAT}`] !== "json") return bodyOfLines(typed);
  try {
    return JSON.parse(typed) as Body;
  } catch {
    return undefined;
  }
}
