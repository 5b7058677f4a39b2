import { Mark } from "@/components/ui/text";
import type { TextPiece } from "@/domain/reactions/model";
import { contextAfter, contextBefore } from "@/domain/reactions/rules";
import { inlineMarkup } from "@/domain/text/rules";
import styles from "./words.module.css";

/** Text with the hits of a search marked. */
export function Pieces({ pieces }: { pieces: TextPiece[] }) {
  return (
    <span className={styles.words}>
      {pieces.map((piece, index) =>
        piece.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
          <Mark key={index}>{piece.text}</Mark>
        ) : (
          piece.text
        ),
      )}
    </span>
  );
}

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
}: {
  before: string;
  exact: string;
  after: string;
}) {
  return (
    <>
      <span className={styles.around}>{contextBefore(before)}</span>
      <Mark>
        <Words text={exact} />
      </Mark>
      <span className={styles.around}>{contextAfter(after)}</span>
    </>
  );
}
