import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { addresses } from "@/components/addresses";
import { MarkedText } from "@/components/text/marked-text";
import { columnShares, isRule, type TextMark } from "@/components/text/text-pieces";
import { cx } from "@/components/ui/cx";
import type { BlockRow } from "@/domain/sources/model";
import type { QuotedStretch, RestingTag } from "@/domain/trace/model";
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
  const marks: TextMark[] = stretches.map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    as: "mark",
    // Of several on the same words the furthest is seen: the classes stand in that order.
    className: styles[`on-${levelOf(stretch)}`],
    title: stretch.tags.map(codeOf).join(" · "),
  }));
  const headings = headingTags(blocks);
  // Words broken off at the end of the page before have their anchor here as well.
  const anchor = focus ? blocks.find((block) => block.end > focus.start)?.n : undefined;
  return (
    <div className={styles.text}>
      {inRuns(blocks).map((group) => {
        const [first] = group;
        const columns =
          first?.form === "tableRow" ? columnShares(group.map((row) => row.text)) : undefined;
        const shown = group.map((block, i) => (
          <Block
            key={block.n}
            block={block}
            // Only the marks that touch the block: otherwise a page costs blocks × marks.
            marks={marks.filter((m) => m.start < block.end && m.end > block.start)}
            focus={focus}
            stretches={stretches.filter((s) => s.start < block.end && s.end > block.start)}
            heading={headings.get(block.n)}
            anchored={block.n === anchor}
            columns={columns}
            head={isRule(group[i + 1]?.text ?? "")}
            slug={slug}
            sourceId={sourceId}
          />
        ));
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

function levelOf(stretch: QuotedStretch): "input" | "coreValue" | "requirement" {
  if (stretch.requirements > 0) return "requirement";
  return stretch.tags.some((tag) => tag.kind === "coreValue") ? "coreValue" : "input";
}

/** Each run of items of a list and of rows of a table as one group, any other block on its own. */
function inRuns(blocks: BlockRow[]): BlockRow[][] {
  const groups: BlockRow[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const runs = block.form === "listItem" || (block.form === "tableRow" && !isBreak(block));
    if (runs && last?.[0]?.form === block.form) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Between two tables stands an empty line. */
function isBreak({ before }: BlockRow): boolean {
  return before.split("\n").length > 2;
}

function Block({
  block,
  marks,
  focus,
  stretches,
  heading,
  anchored,
  columns,
  head,
  slug,
  sourceId,
}: {
  block: BlockRow;
  marks: TextMark[];
  focus: Place | null;
  stretches: QuotedStretch[];
  heading: HeadingTag | undefined;
  anchored: boolean;
  /** Of a row of a table: how wide its columns are, and whether it is the head. */
  columns: number[] | undefined;
  head: boolean;
  slug: string;
  sourceId: string;
}) {
  const t = useTranslations("sources.reading");
  const isItem = block.form === "listItem";
  const Outer = isItem ? "li" : "div";
  const wanted: TextMark[] = focus
    ? [
        {
          ...focus,
          as: "mark",
          className: styles.focus,
          anchor: anchored ? "citaat" : undefined,
        },
      ]
    : [];
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
      hidden={isRule(block.text)}
    >
      <a
        className={styles.number}
        href={`#blok-${block.n}`}
        aria-label={t("block", { n: block.n })}
      >
        {block.n}
      </a>
      <MarkedText
        text={block.text}
        start={block.start}
        form={block.form}
        level={block.level}
        marks={[...marks, ...wanted]}
        as={heading}
        head={head}
        columns={columns}
        className={styles.words}
      />
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
