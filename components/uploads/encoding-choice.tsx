import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Draft } from "@/domain/uploads/model";
import { ChoiceForm } from "./choice-form";
import styles from "./draft-question.module.css";
import type { DraftActions } from "./model";

/** Shows words by which one sees whether a file of text came out right, and lets one read it otherwise. */
export function EncodingChoice({
  draft,
  choose,
}: {
  draft: Draft;
  choose: DraftActions["choose"];
}) {
  const t = useTranslations("uploads.encoding");
  const letters = draft.found?.letters ?? [];
  const options = [
    { value: "", label: t("recognised") },
    { value: "utf-8", label: "UTF-8" },
    { value: "windows-1252", label: "Windows-1252" },
    { value: "utf-16le", label: "UTF-16" },
  ];
  return (
    <>
      {draft.state === "ready" && letters.length > 0 ? (
        <p>
          {t.rich("title", { words: letters.join(", "), b: (chunks) => <strong>{chunks}</strong> })}
        </p>
      ) : null}
      <ChoiceForm
        action={choose}
        hidden={{ uploadId: draft.id }}
        className={styles.choices}
        button={<Button type="submit">{t("choose")}</Button>}
      >
        <label className={styles.select}>
          {t("label")}
          <select name="encoding" defaultValue={draft.choices.encoding ?? ""}>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </ChoiceForm>
    </>
  );
}
