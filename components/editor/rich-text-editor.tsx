"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Around, Optional } from "@/components/ui/field";
import { fieldId, useFormScope } from "@/components/ui/form-context";
import { type Body, bodyOfLines, bodyText } from "@/domain/text/rich-text";
import styles from "./editor.module.css";
import { LiveText, useLiveText } from "./live-text";

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
  const wrong = error !== undefined;
  const live = useLiveText({
    id,
    attributes: attributes(wrong),
    content: first ?? undefined,
    onCreate: (created) => {
      // Somebody may have typed before the script ran.
      const typed = plain.current?.value;
      if (typed !== undefined && typed !== lines) created.commands.setContent(bodyOfLines(typed));
    },
    onUpdate: (changed) => {
      const input = value.current;
      if (!input) return;
      input.value = JSON.stringify(changed.getJSON());
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const { editor } = live;

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
        <LiveText live={live}>
          <input
            ref={value}
            type="hidden"
            name={name}
            defaultValue={JSON.stringify(editor.getJSON())}
          />
          <input type="hidden" name={`${name}${FORMAT}`} value="json" />
        </LiveText>
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
