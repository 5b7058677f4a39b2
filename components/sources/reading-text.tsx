import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import type { BlockRow } from "@/domain/sources/model";
import type { QuotedStretch, RestingTag } from "@/domain/trace/model";
import { type BlockPiece, blockPieces, keepsLines, type MarkedRange } from "./block-pieces";
import styles from "./reading.module.css";
import { Resting, useRestingCode } from "./resting";

/** Code points in the text. */
type Place = { start: number; end: number };

/**
 * The text of a source in numbered blocks, with what rests on it beside each. The words of a block
 * stand in `[data-words]`, whole and in order, so that a place in the page is a place in the text.
 */
export function ReadingText({
  blocks,
  stretches,
  focus,
  slug,
  sourceId,
}: {
  blocks: BlockRow[];
  stretches: QuotedStretch[];
  /** The words the reader came for. */
  focus: Place | null;
  slug: string;
  sourceId: string;
}) {
  const codeOf = useRestingCode();
  const ranges: MarkedRange[] = stretches.map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    level: levelOf(stretch),
    title: stretch.tags.map(codeOf).join(" · "),
  }));
  if (focus) ranges.push({ ...focus, level: "focus", title: "" });
  const headings = headingTags(blocks);
  // Words broken off at the end of the page before have their anchor here as well.
  const anchor = focus ? blocks.find((block) => block.end > focus.start)?.n : undefined;
  return (
    <div className={styles.text}>
      {groupLists(blocks).map((group) => {
        const shown = group.map((block) => (
          <Block
            key={block.n}
            block={block}
            // Only the ranges that touch the block: otherwise a page costs blocks × ranges.
            ranges={ranges.filter((r) => r.start < block.end && r.end > block.start)}
            stretches={stretches.filter((s) => s.start < block.end && s.end > block.start)}
            heading={headings.get(block.n)}
            anchored={block.n === anchor}
            slug={slug}
            sourceId={sourceId}
          />
        ));
        const [first] = group;
        return first?.form === "listItem" ? (
          <ul key={first.n} className={styles.list}>
            {shown}
          </ul>
        ) : (
          <Fragment key={first?.n}>{shown}</Fragment>
        );
      })}
    </div>
  );
}

function levelOf(stretch: QuotedStretch): MarkedRange["level"] {
  if (stretch.requirements > 0) return "requirement";
  return stretch.tags.some((tag) => tag.kind === "coreValue") ? "coreValue" : "input";
}

/** Each run of list items as one group, any other block on its own. */
function groupLists(blocks: BlockRow[]): BlockRow[][] {
  const groups: BlockRow[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.form === "listItem" && last?.[0]?.form === "listItem") last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function Block({
  block,
  ranges,
  stretches,
  heading,
  anchored,
  slug,
  sourceId,
}: {
  block: BlockRow;
  ranges: MarkedRange[];
  stretches: QuotedStretch[];
  heading: HeadingTag | undefined;
  anchored: boolean;
  slug: string;
  sourceId: string;
}) {
  const t = useTranslations("sources.reading");
  const isItem = block.form === "listItem";
  const Outer = isItem ? "li" : "div";
  const Words = heading ?? "p";
  const place = { from: block.start, until: block.end };
  const traceHref = addresses.dossier(slug).wordsTrace(sourceId, place);
  const tags = unique(stretches.flatMap((stretch) => stretch.tags));
  const shownRequirements = tags.filter((tag) => tag.kind === "requirement").length;
  const requirements = Math.max(0, ...stretches.map((stretch) => stretch.requirements));
  return (
    <Outer
      id={`blok-${block.n}`}
      className={cx(styles.block, styles[block.form])}
      data-block={block.n}
      data-start={block.start}
      data-before={block.before}
    >
      <a
        className={styles.number}
        href={`#blok-${block.n}`}
        aria-label={t("block", { n: block.n })}
      >
        {block.n}
      </a>
      <Words
        className={cx(
          styles.words,
          isItem && styles[`depth${Math.min(block.level, 4)}`],
          isItem && /^[\p{L}\p{N}]/u.test(block.text) && styles.numbered,
          keepsLines(block.text) && styles.lines,
        )}
        data-words
      >
        <Pieces pieces={blockPieces(block, ranges)} anchored={anchored} />
      </Words>
      <div className={styles.side}>
        {tags.length > 0 ? (
          <Resting
            block={block.n}
            tags={tags}
            more={Math.max(0, requirements - shownRequirements)}
            slug={slug}
            traceHref={traceHref}
          />
        ) : null}
        <a className={styles.choose} href={traceHref} data-choose>
          {t("choose")}
          <span className="visually-hidden"> {t("chooseBlock", { n: block.n })}</span>
        </a>
      </div>
    </Outer>
  );
}

const HEADING_TAGS = ["h3", "h4", "h5", "h6"] as const;
type HeadingTag = (typeof HEADING_TAGS)[number];

/** Headings of the source stand below those of the page, and skip no level even where it does. */
function headingTags(blocks: BlockRow[]): Map<number, HeadingTag> {
  const tags = new Map<number, HeadingTag>();
  let above: number[] = [];
  for (const block of blocks) {
    if (block.form !== "heading") continue;
    above = above.filter((level) => level < block.level);
    tags.set(block.n, HEADING_TAGS[above.length] ?? "h6");
    above.push(block.level);
  }
  return tags;
}

function unique(tags: RestingTag[]): RestingTag[] {
  const order = ["statement", "reaction", "coreValue", "requirement"];
  return [...new Map(tags.map((tag) => [`${tag.kind}${tag.id}`, tag])).values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}

function Pieces({ pieces, anchored }: { pieces: BlockPiece[]; anchored: boolean }) {
  const first = anchored ? pieces.find((piece) => piece.focus && !piece.hidden) : undefined;
  return pieces.map((piece) => {
    if (piece.hidden) {
      return (
        <span key={piece.at} hidden>
          {piece.text}
        </span>
      );
    }
    let shown: ReactNode = piece.text;
    if (piece.em) shown = <em>{shown}</em>;
    if (piece.strong) shown = <strong>{shown}</strong>;
    if (!piece.mark && !piece.focus) return <Fragment key={piece.at}>{shown}</Fragment>;
    return (
      <mark
        key={piece.at}
        id={piece === first ? "citaat" : undefined}
        tabIndex={piece === first ? -1 : undefined}
        title={piece.mark?.title || undefined}
        className={cx(
          styles.mark,
          piece.mark && styles[`on-${piece.mark.level}`],
          piece.focus && styles.focus,
        )}
      >
        {shown}
      </mark>
    );
  });
}
