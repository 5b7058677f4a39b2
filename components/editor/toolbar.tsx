"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import styles from "./editor.module.css";
import { canGoDeeper, deeper, higher } from "./levels";

interface Tool {
  key: string;
  label: string;
  shortcut?: string;
  drawing: ReactNode;
  pressed?: boolean;
  possible?: boolean;
  run: () => void;
}

/**
 * The buttons above the text: one stop for the Tab key, arrow keys between them, Escape back to the
 * text. Tiptap does not render at every change, so what is pressed comes from `useEditorState`.
 */
export function Toolbar({
  editor,
  controls,
  onLink,
}: {
  editor: Editor;
  /** The id of the text box. */
  controls: string;
  onLink: () => void;
}) {
  const t = useTranslations("editor");
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      subscript: now.isActive("subscript"),
      superscript: now.isActive("superscript"),
      deeper: canGoDeeper(now),
      higher: now.can().liftListItem("listItem"),
      link: now.isActive("link"),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const focused = () => editor.chain().focus();
  const groups: Tool[][] = [
    [
      {
        key: "bold",
        label: t("bold"),
        shortcut: "Ctrl+B",
        drawing: <b className={styles.letter}>{t("boldLetter")}</b>,
        pressed: state.bold,
        run: () => focused().toggleBold().run(),
      },
      {
        key: "italic",
        label: t("italic"),
        shortcut: "Ctrl+I",
        drawing: <i className={styles.letter}>{t("italicLetter")}</i>,
        pressed: state.italic,
        run: () => focused().toggleItalic().run(),
      },
      {
        key: "subscript",
        label: t("subscript"),
        shortcut: "Ctrl+,",
        drawing: (
          <span className={styles.letter}>
            x<sub>2</sub>
          </span>
        ),
        pressed: state.subscript,
        run: () => focused().toggleSubscript().run(),
      },
      {
        key: "superscript",
        label: t("superscript"),
        shortcut: "Ctrl+.",
        drawing: (
          <span className={styles.letter}>
            x<sup>2</sup>
          </span>
        ),
        pressed: state.superscript,
        run: () => focused().toggleSuperscript().run(),
      },
    ],
    [
      {
        key: "bulletList",
        label: t("bulletList"),
        shortcut: "Ctrl+Shift+8",
        drawing: <Icon name="bullets" />,
        pressed: state.bulletList,
        run: () => focused().toggleBulletList().run(),
      },
      {
        key: "orderedList",
        label: t("orderedList"),
        shortcut: "Ctrl+Shift+7",
        drawing: <Icon name="numbers" />,
        pressed: state.orderedList,
        run: () => focused().toggleOrderedList().run(),
      },
      {
        key: "deeper",
        label: t("deeper"),
        shortcut: "Ctrl+]",
        drawing: <Icon name="deeper" />,
        possible: state.deeper,
        run: () => deeper(editor),
      },
      {
        key: "higher",
        label: t("higher"),
        shortcut: "Ctrl+[",
        drawing: <Icon name="higher" />,
        possible: state.higher,
        run: () => higher(editor),
      },
    ],
    [
      {
        key: "link",
        label: t("link"),
        shortcut: "Ctrl+K",
        drawing: <Icon name="link" />,
        pressed: state.link,
        run: onLink,
      },
    ],
    [
      {
        key: "undo",
        label: t("undo"),
        shortcut: "Ctrl+Z",
        drawing: <Icon name="undo" />,
        possible: state.undo,
        run: () => focused().undo().run(),
      },
      {
        key: "redo",
        label: t("redo"),
        shortcut: "Ctrl+Y",
        drawing: <Icon name="redo" />,
        possible: state.redo,
        run: () => focused().redo().run(),
      },
    ],
  ];
  const count = groups.flat().length;

  function move(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowRight: (stop + 1) % count,
      ArrowLeft: (stop - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    if (event.key === "Escape") {
      event.preventDefault();
      editor.commands.focus();
      return;
    }
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }

  let index = -1;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("toolbar")}
      aria-controls={controls}
      className={styles.toolbar}
      onKeyDown={move}
    >
      {groups.map((group) => (
        <div key={group[0]?.key} className={styles.tools}>
          {group.map((tool) => {
            index += 1;
            const place = index;
            return (
              <button
                key={tool.key}
                type="button"
                className={styles.tool}
                tabIndex={place === stop ? 0 : -1}
                aria-label={tool.label}
                aria-pressed={tool.pressed}
                aria-disabled={tool.possible === false ? true : undefined}
                aria-keyshortcuts={tool.shortcut?.replace("Ctrl", "Control")}
                title={tool.shortcut ? `${tool.label} (${tool.shortcut})` : tool.label}
                onFocus={() => setStop(place)}
                // A press with the mouse leaves the caret in the text: who types on at once types there.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  if (tool.possible !== false) tool.run();
                }}
              >
                {tool.drawing}
              </button>
            );
          })}
        </div>
      ))}
      <p className={styles.keys}>
        <Icon name="info" />
        {t("keys")}
      </p>
    </div>
  );
}
