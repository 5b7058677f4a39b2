"use client";

import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Body } from "@/domain/text/rich-text";
import styles from "./editor.module.css";
import { editorExtensions } from "./extensions";
import { deeper, higher } from "./levels";
import { LinkDialog } from "./link-dialog";
import { type LeftOut, pastedHtml } from "./paste";
import { PasteNotice } from "./paste-notice";
import { Toolbar } from "./toolbar";

/** A text that is being written: the editor, and what stands around it. */
export interface Live {
  /** Null until the script runs. */
  editor: Editor | null;
  /** Of the text box. */
  id: string;
  linking: boolean;
  setLinking: (linking: boolean) => void;
  leftOut: LeftOut | null;
}

/** The editor of rich text with its keys and what happens to what is pasted; `LiveText` shows it. */
export function useLiveText({
  id,
  attributes,
  content,
  onCreate,
  onUpdate,
}: {
  id: string;
  /** Of the text box. */
  attributes: Record<string, string>;
  content: Body | undefined;
  onCreate: (editor: Editor) => void;
  onUpdate: (editor: Editor) => void;
}): Live {
  const [linking, setLinking] = useState(false);
  const [leftOut, setLeftOut] = useState<LeftOut | null>(null);
  // The keys are handed to the editor before it is there.
  const made = useRef<Editor | null>(null);
  const editorProps = {
    attributes,
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
  };
  const editor = useEditor({
    extensions: editorExtensions,
    content,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Our own style sheet: the policy of the page refuses a style element made by a script.
    injectCSS: false,
    editorProps,
    onCreate: ({ editor: created }) => onCreate(created),
    onUpdate: ({ editor: changed }) => onUpdate(changed),
  });

  useEffect(() => {
    made.current = editor;
  }, [editor]);

  const said = JSON.stringify(attributes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the attributes change what is said
  useEffect(() => {
    editor?.setOptions({ editorProps });
  }, [editor, said]);

  return { editor, id, linking, setLinking, leftOut };
}

/** The text box with its buttons above it. */
export function LiveText({ live, children }: { live: Live; children?: ReactNode }) {
  const { editor, id, linking, setLinking, leftOut } = live;
  if (!editor) return null;
  return (
    <div className={styles.box}>
      <Toolbar editor={editor} controls={id} onLink={() => setLinking(true)} />
      <EditorContent editor={editor} className={styles.content} />
      <PasteNotice leftOut={leftOut} />
      {children}
      <LinkDialog editor={editor} open={linking} onClose={() => setLinking(false)} />
    </div>
  );
}
