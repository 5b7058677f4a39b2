import { Fragment, type ReactNode } from "react";
import { Mark } from "@/components/ui/text";
import { withoutBars } from "@/domain/text/cells";
import { contextAfter, contextBefore } from "@/domain/text/context";
import { inlineMarkup } from "@/domain/text/rules";
import styles from "./words.module.css";

type Around = Parameters<typeof withoutBars>[1];

/** Words with the cells of a table apart, as `show` shows the words of each. */
export function Cells({
  text,
  around,
  show = (words) => words,
}: {
  text: string;
  around?: Around;
  show?: (words: string) => ReactNode;
}) {
  return withoutBars(text, around).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
    <Fragment key={i}>
      {piece === null ? (
        <span className={styles.bar}>
          <span className="visually-hidden">; </span>
        </span>
      ) : (
        show(piece)
      )}
    </Fragment>
  ));
}

/** Words from minutes as they stand, with emphasis and cells shown and their signs hidden. */
export function Words({ text, around }: { text: string; around?: Around }) {
  return (
    <span className={styles.words}>
      <Cells text={text} around={around} show={stressed} />
    </span>
  );
}

function stressed(text: string): ReactNode {
  return inlineMarkup(text)
    .filter((token) => token.type === "text")
    .map((token) => {
      const words = text.slice(token.start, token.end);
      if (token.strong) return <strong key={token.start}>{words}</strong>;
      return token.em ? <em key={token.start}>{words}</em> : words;
    });
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
  // A row of a table ends where its line does.
  const row = {
    before: before !== "" && !before.slice(before.trimEnd().length).includes("\n"),
    after: after !== "" && !after.slice(0, after.length - after.trimStart().length).includes("\n"),
  };
  return (
    <>
      <span className={styles.around}>
        <Cells
          text={contextBefore(before, moreBefore)}
          around={{ before: false, after: row.before }}
        />
      </span>
      <Mark>
        <Words text={exact} around={row} />
      </Mark>
      <span className={styles.around}>
        <Cells text={contextAfter(after, moreAfter)} around={{ before: row.after, after: false }} />
      </span>
    </>
  );
}
