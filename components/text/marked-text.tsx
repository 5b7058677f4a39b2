import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TableScroll } from "@/components/ui/table-scroll";
import type { BlockForm } from "@/db/vocabulary";
import { scanBlocks } from "@/domain/text/blocks";
import { codePointLength } from "@/domain/text/rules";
import { isRule } from "@/domain/text/signs";
import styles from "./marked-text.module.css";
import { keepsLines, shownBlock, type TextMark, type TextPiece } from "./text-pieces";

type Tag = "p" | "span" | "div" | "h3" | "h4" | "h5" | "h6";

/**
 * Words of a source as they were written: tables, bullets and emphasis for the signs that stand for
 * them, and the given words marked. The signs stay in the page, unseen, so that its text is the text of
 * the source and a place in the one is a place in the other (see `chosen-words.ts`).
 */
export function MarkedText({
  text,
  start = 0,
  form,
  level = 0,
  marks = [],
  as = "p",
  head = false,
  columns,
  className,
}: {
  text: string;
  /** Code point in the source at which the text begins; marks are places in the source. */
  start?: number;
  /** Of one block. Left out, the text is cut into its blocks. */
  form?: BlockForm;
  /** How deep an item of a list lies, from 1. */
  level?: number;
  marks?: readonly TextMark[];
  /** The element of a block; a table is always a `div`. */
  as?: Tag;
  /** Of a row of a table: whether it is the head of it. */
  head?: boolean;
  /** And how wide its columns are, see `columnShares`. */
  columns?: readonly number[];
  className?: string;
}) {
  if (form) {
    return <Block {...{ text, start, form, level, marks, as, head, columns, className }} />;
  }
  let at = 0;
  return scanBlocks(text).map((block) => {
    const before = text.slice(at, block.start);
    at = block.end;
    return (
      <Fragment key={block.start}>
        {before ? <span hidden>{before}</span> : null}
        <Block
          text={text.slice(block.start, block.end)}
          start={start + codePointLength(text.slice(0, block.start))}
          form={block.form}
          level={block.level}
          marks={marks}
          as={as}
          head={isRule(lineAfter(text, block.end))}
          className={className}
        />
      </Fragment>
    );
  });
}

/** The first line with words behind a place. */
function lineAfter(text: string, at: number): string {
  return /\S.*/.exec(text.slice(at))?.[0] ?? "";
}

function Block({
  text,
  start,
  form,
  level,
  marks,
  as: Words,
  head,
  columns,
  className,
}: {
  text: string;
  start: number;
  form: BlockForm;
  level: number;
  marks: readonly TextMark[];
  as: Tag;
  head: boolean;
  columns?: readonly number[];
  className: string | undefined;
}) {
  const t = useTranslations("ui");
  const shown = shownBlock({ text, start, form }, marks);
  // Behind words that are replaced a place in the page is no place in the text.
  const isText = marks.every((mark) => mark.words === undefined);
  if (shown.shape === "rule") {
    return (
      <span hidden data-words={isText || undefined}>
        {text}
      </span>
    );
  }
  if (shown.shape === "table") {
    // Rows that are blocks of their own stand above each other: then their columns must agree.
    const apart = form === "tableRow";
    return (
      <div className={cx(styles.words, className)} data-words={isText || undefined}>
        <TableScroll label={t("table.inText")}>
          <table className={cx(styles.table, apart && styles.apart)}>
            {columns ? (
              <colgroup>
                {columns.map((share, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column has nothing but its place
                  <col key={i} width={`${share}%`} />
                ))}
              </colgroup>
            ) : null}
            <tbody>
              {shown.rows.map((cells) => (
                <tr key={cells[0]?.pieces[0]?.at}>
                  {cells.map(({ head: above, pieces }) => {
                    const Cell = above || head ? "th" : "td";
                    return (
                      <Cell key={pieces[0]?.at} scope={above || head ? "col" : undefined}>
                        <Pieces pieces={pieces} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    );
  }
  return (
    <Words
      className={cx(
        styles.words,
        form === "listItem" && styles.item,
        form === "listItem" && styles[`depth${Math.min(level, 4)}`],
        shown.bullet && styles.bullet,
        keepsLines(text) && styles.lines,
        className,
      )}
      data-words={isText || undefined}
    >
      <Pieces pieces={shown.pieces} />
    </Words>
  );
}

function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  const anchors = anchorsIn(pieces);
  return pieces.map((piece) => {
    if (piece.hidden) {
      return (
        <span key={piece.at} hidden>
          {piece.text}
        </span>
      );
    }
    const { marks } = piece;
    const shown = emphasised(piece);
    if (marks.length === 0) return <Fragment key={piece.at}>{shown}</Fragment>;
    const Marked = marks.some((mark) => mark.as === "mark") ? "mark" : "span";
    const anchor = anchors.get(piece);
    return (
      <Marked
        key={piece.at}
        id={anchor}
        tabIndex={anchor ? -1 : undefined}
        title={[...new Set(marks.flatMap((mark) => mark.title || []))].join(" · ") || undefined}
        className={cx(Marked === "mark" && styles.mark, ...marks.map((mark) => mark.className))}
      >
        {shown}
      </Marked>
    );
  });
}

/** Of each mark with an anchor the first piece that is seen; of two on one piece the last one wins. */
function anchorsIn(pieces: readonly TextPiece[]): Map<TextPiece, string> {
  const anchors = new Map<TextPiece, string>();
  const placed = new Set<string>();
  for (const piece of pieces) {
    if (piece.hidden) continue;
    for (const { anchor } of piece.marks) {
      if (!anchor || placed.has(anchor)) continue;
      placed.add(anchor);
      anchors.set(piece, anchor);
    }
  }
  return anchors;
}

function emphasised({ text, strong, em, strike }: TextPiece): ReactNode {
  let shown: ReactNode = text;
  if (strike) shown = <s>{shown}</s>;
  if (em) shown = <em className={styles.em}>{shown}</em>;
  if (strong) shown = <strong>{shown}</strong>;
  return shown;
}
