import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { MarkedText } from "@/components/text/marked-text";
import type { TextMark } from "@/components/text/text-pieces";
import { cx } from "@/components/ui/cx";
import type { BlockRow } from "@/domain/sources/model";
import { isRule } from "@/domain/text/signs";
import type { Beside } from "./beside";
import styles from "./reading.module.css";
import { Resting } from "./resting";
import type { HeadingTag } from "./runs";

/**
 * A numbered block of a text with what rests on it beside it. Its words stand in `[data-words]`, whole
 * and in order, so that a place in the page is a place in the text.
 */
export function ReadingBlock({
  block,
  marks,
  beside,
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
  beside: Beside | undefined;
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
  const replaced = block.replaced?.map(
    (one): TextMark => ({ ...one, as: "span", className: styles.replaced, title: t("replaced") }),
  );
  const traceHref = addresses.dossier(slug).wordsTrace(sourceId, place);
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
        marks={replaced ? [...marks, ...replaced] : marks}
        as={heading}
        head={head}
        columns={columns}
        className={styles.words}
      />
      <div className={styles.side}>
        {beside ? (
          <Resting
            block={block.n}
            tags={beside.tags}
            more={beside.more}
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
