import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { MarkedText } from "@/components/text/marked-text";
import { isRule, type TextMark } from "@/components/text/text-pieces";
import { cx } from "@/components/ui/cx";
import type { BlockRow } from "@/domain/sources/model";
import type { QuotedStretch, RestingTag } from "@/domain/trace/model";
import styles from "./reading.module.css";
import { Resting } from "./resting";

export type HeadingTag = "h3" | "h4" | "h5" | "h6";

/** Things that are named beside one block; the rest stands on the page of its words. */
const TAGS_SHOWN = 8;

/**
 * A numbered block of a text with what rests on it beside it. Its words stand in `[data-words]`, whole
 * and in order, so that a place in the page is a place in the text.
 */
export function ReadingBlock({
  block,
  marks,
  stretches,
  heading,
  columns,
  head,
  paperPage,
  slug,
  sourceId,
  version,
}: {
  block: BlockRow;
  marks: readonly TextMark[];
  stretches: readonly QuotedStretch[];
  heading: HeadingTag | undefined;
  /** Of a row of a table: how wide its columns are, and whether it is the head. */
  columns: number[] | undefined;
  head: boolean;
  /** The number of the page on paper that begins here. */
  paperPage: number | null;
  slug: string;
  sourceId: string;
  version?: number;
}) {
  const t = useTranslations("sources.reading");
  const Outer = block.form === "listItem" ? "li" : "div";
  const place = { from: block.start, until: block.end, version };
  const traceHref = addresses.dossier(slug).wordsTrace(sourceId, place);
  const tags = unique(stretches.flatMap((stretch) => stretch.tags));
  const shown = tags.slice(0, TAGS_SHOWN);
  const shownRequirements = tags.filter((tag) => tag.kind === "requirement").length;
  const requirements = Math.max(0, ...stretches.map((stretch) => stretch.requirements));
  return (
    <Outer
      id={`blok-${block.n}`}
      className={cx(styles.block, styles[block.form])}
      data-block={block.n}
      data-start={block.start}
      data-before={block.before}
      data-paper={paperPage ?? undefined}
      hidden={isRule(block.text)}
    >
      <span className={styles.margin}>
        <a
          className={styles.number}
          href={`#blok-${block.n}`}
          aria-label={t("block", { n: block.n })}
        >
          {block.n}
        </a>
        {paperPage ? <span className={styles.paper}>{t("paper", { page: paperPage })}</span> : null}
      </span>
      <MarkedText
        text={block.text}
        start={block.start}
        form={block.form}
        level={block.level}
        marks={marks}
        as={heading}
        head={head}
        columns={columns}
        className={styles.words}
      />
      <div className={styles.side}>
        {shown.length > 0 ? (
          <Resting
            block={block.n}
            tags={shown}
            more={tags.length - shown.length + Math.max(0, requirements - shownRequirements)}
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

/** The furthest along the way first: that is what one wants to know. */
const FURTHEST_FIRST = ["requirement", "coreValue", "reaction", "statement"] as const;

function unique(tags: readonly RestingTag[]): RestingTag[] {
  return [...new Map(tags.map((tag) => [`${tag.kind}${tag.id}`, tag])).values()].sort(
    (a, b) => FURTHEST_FIRST.indexOf(a.kind) - FURTHEST_FIRST.indexOf(b.kind),
  );
}
