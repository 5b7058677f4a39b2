"use client";

import { useFormScope } from "@/components/ui/form-context";
import styles from "./current-values.module.css";

/** The part of `CurrentBeside` that knows how the form went. */
export function CurrentValues({
  lockVersion,
  fields,
  texts,
}: {
  lockVersion: number;
  fields: { name: string; label: string }[];
  texts: { title: string; empty: string; next: string };
}) {
  const { state } = useFormScope();
  const stale = state.status === "error" ? state.token : undefined;
  const valueIn = (name: string) => plain(state.values?.[name]);
  const changed = fields.filter(({ name }) => valueIn(`current.${name}`) !== valueIn(name));
  return (
    <>
      <input type="hidden" name="lockVersion" value={stale ?? lockVersion} />
      {stale ? (
        <div className={styles.beside}>
          <p className={styles.title}>{texts.title}</p>
          <dl className={styles.list}>
            {changed.map(({ name, label }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{valueIn(`current.${name}`) || texts.empty}</dd>
              </div>
            ))}
          </dl>
          <p>{texts.next}</p>
        </div>
      ) : null}
    </>
  );
}

/** A browser sends lines with CR and LF; they are stored with LF. */
function plain(value: string | string[] | undefined): string {
  return [value ?? ""].flat().join("").replace(/\r\n?/g, "\n").trim();
}
