import { Mark } from "@/components/ui/text";
import { contextAfter, contextBefore } from "@/domain/text/context";
import { inlineMarkup } from "@/domain/text/rules";
import styles from "./words.module.css";

/** Words from minutes as they stand, with emphasis shown and its signs hidden. */
export function Words({ text }: { text: string }) {
  return (
    <span className={styles.words}>
      {inlineMarkup(text)
        .filter((token) => token.type === "text")
        .map((token) => {
          const words = text.slice(token.start, token.end);
          if (token.strong) return <strong key={token.start}>{words}</strong>;
          return token.em ? <em key={token.start}>{words}</em> : words;
        })}
    </span>
  );
}

/** Quoted words, marked, in the words that stand around them. */
export function WordsInContext({
  before,
  exact,
  after,
  moreBefore,
  moreAfter,
}: {
  before: string;
  exact: string;
  after: string;
  /** Whether the source goes on there; left out, the length of the context tells. */
  moreBefore?: boolean;
  moreAfter?: boolean;
}) {
  return (
    <>
      <span className={styles.around}>{contextBefore(before, moreBefore)}</span>
      <Mark>
        <Words text={exact} />
      </Mark>
      <span className={styles.around}>{contextAfter(after, moreAfter)}</span>
    </>
  );
}
