import styles from "./reacting.module.css";

/** One of a few, under each other, large enough for a thumb; nothing is chosen beforehand. */
export function Choices({
  name,
  legend,
  chosen,
  options,
}: {
  name: string;
  legend: string;
  /** Null for nothing. */
  chosen: string | null;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ value, label }) => (
          <label key={value} className={styles.option}>
            <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
