"use client";

import { useTranslations } from "next-intl";
import styles from "./current-beside.module.css";
import { one } from "./field";
import { useFormScope } from "./form-context";

export interface CurrentField {
  /** As the form and the conflict call it. */
  name: string;
  label: string;
  /** Of a choice: what each value reads as. */
  options?: { value: string; label: string }[];
}

/**
 * Stands in the form of a thing with a `lockVersion`. After a save on an old version it shows what
 * stands now, beside what was typed (which is still in the fields), and brings along the version
 * that was shown, so that saving again is a choice. Its action goes through `formResult`.
 */
export function CurrentBeside({
  lockVersion,
  fields,
}: {
  lockVersion: number;
  fields: CurrentField[];
}) {
  const t = useTranslations("ui.stale");
  const { state } = useFormScope();
  const stale = state.status === "error" ? state.token : undefined;
  // The version that what was typed goes on top of, also when the page was made anew around it.
  const sent = one(state.values?.lockVersion);
  const valueIn = (name: string) => plain(state.values?.[name]);
  const changed = fields.filter(({ name }) => valueIn(`current.${name}`) !== valueIn(name));
  const shown = ({ name, options }: CurrentField) => {
    const value = valueIn(`current.${name}`);
    return options?.find((option) => option.value === value)?.label || value || t("empty");
  };
  return (
    <>
      <input type="hidden" name="lockVersion" value={stale ?? sent ?? lockVersion} />
      {stale ? (
        <div className={styles.beside}>
          <p className={styles.title}>{t("title")}</p>
          <dl className={styles.list}>
            {changed.map((field) => (
              <div key={field.name}>
                <dt>{field.label}</dt>
                <dd>{shown(field)}</dd>
              </div>
            ))}
          </dl>
          <p>{t("next")}</p>
        </div>
      ) : null}
    </>
  );
}

/** A browser sends lines with CR and LF; they are stored with LF. */
function plain(value: string | string[] | undefined): string {
  return [value ?? ""].flat().join("").replace(/\r\n?/g, "\n").trim();
}
