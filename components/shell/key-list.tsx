import { cx } from "@/components/ui/cx";
import styles from "./keys.module.css";

/** Keys that belong together, each with what it does. `narrow`: many with a word each. */
export interface KeyGroup {
  title: string;
  lead?: string;
  narrow?: boolean;
  keys: { name: string; keys: readonly string[] }[];
}

/** What each key does. */
export function KeyList({ group }: { group: KeyGroup }) {
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>{group.title}</h3>
      {group.lead ? <p>{group.lead}</p> : null}
      <dl className={cx(styles.keys, group.narrow && styles.narrow)}>
        {group.keys.map(({ name, keys }) => (
          <div key={name} className={styles.key}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
