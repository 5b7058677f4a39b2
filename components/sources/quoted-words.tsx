import { Fragment, type ReactNode } from "react";
import { Mark } from "@/components/ui/text";
import { inlineMarkup, plainWords } from "@/domain/text/rules";
import styles from "./quoted-words.module.css";

/** Quoted words with what stands around them, emphasis for its markers. */
export function QuotedWords({
  words,
}: {
  words: { before: string; exact: string; after: string };
}) {
  return (
    <p className={styles.quoted}>
      <span className={styles.around}>{lead(words.before)} </span>
      <Mark>
        {inlineMarkup(words.exact).map((token) => {
          if (token.type === "marker") return null;
          let shown: ReactNode = words.exact.slice(token.start, token.end);
          if (token.em) shown = <em>{shown}</em>;
          if (token.strong) shown = <strong>{shown}</strong>;
          return <Fragment key={token.start}>{shown}</Fragment>;
        })}
      </Mark>
      <span className={styles.around}> {trail(words.after)}</span>
    </p>
  );
}

/** Context is cut anywhere; shown from a whole word on, with a sign that more stands there. */
const CUT = 120;

function lead(before: string): string {
  if (before.length < CUT) return plainWords(before);
  return `… ${plainWords(before.replace(/^\S*\s/, ""))}`;
}

function trail(after: string): string {
  if (after.length < CUT) return plainWords(after);
  return `${plainWords(after.replace(/\s\S*$/, ""))} …`;
}
