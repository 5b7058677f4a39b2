import styles from "./filter-select.module.css";
import { Icon } from "./icon";

/** A choice that narrows a list: unlike a field of a form it is never required. */
export function FilterSelect({
  name,
  label,
  all,
  value,
  options,
  hint,
}: {
  name: string;
  label: string;
  /** What the first line says, which narrows nothing; leave out when there is always a choice. */
  all?: string;
  value: string;
  options: { value: string; label: string }[];
  hint?: string;
}) {
  const id = `filter-${name}`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.box}>
        <select
          id={id}
          name={name}
          defaultValue={value}
          className={styles.select}
          aria-describedby={hint ? `${id}-hint` : undefined}
        >
          {all ? <option value="">{all}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" className={styles.chevron} />
      </span>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}
