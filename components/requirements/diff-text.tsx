import { useTranslations } from "next-intl";
import type { DiffPart } from "@/domain/requirements/rules/diff";
import styles from "./diff-text.module.css";

/** One text with what was taken out and what was added, said aloud as well as shown. */
export function DiffText({ parts }: { parts: DiffPart[] }) {
  const t = useTranslations("requirements");
  return (
    <div className={styles.text} lang="nl">
      {parts.map((part, index) => {
        const key = `${index}-${part.type}`;
        if (part.type === "same") return <span key={key}>{part.text}</span>;
        const Tag = part.type === "removed" ? "del" : "ins";
        return (
          <Tag key={key} className={styles[part.type]}>
            <span className="visually-hidden">
              {part.type === "removed" ? t("diff.removed") : t("diff.added")}{" "}
            </span>
            {part.text}
          </Tag>
        );
      })}
    </div>
  );
}

/** One side of a comparison: its own words marked, those of the other left out. */
export function OwnSide({ parts, own }: { parts: DiffPart[]; own: "removed" | "added" }) {
  return (
    <div className={styles.text} lang="nl">
      {parts.map((part, index) => {
        const key = `${index}-${part.type}`;
        if (part.type === "same") return <span key={key}>{part.text}</span>;
        if (part.type !== own) return null;
        return (
          <mark key={key} className={styles.own}>
            {part.text}
          </mark>
        );
      })}
    </div>
  );
}
