import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { shortened } from "@/components/text/shortened";
import { WordsInContext } from "@/components/text/words";
import { TextLink } from "@/components/ui/link";
import type { TracePassage, TraceSource } from "@/domain/trace/model";
import styles from "./words.module.css";

/** What stood around words of a source that was removed: other words that were left are no neighbours of these. */
const GONE = { before: "", after: "", moreBefore: true, moreAfter: true };

/** Quoted words, highlighted, with what stands around them in the source and where that is. */
export function TracedWords({
  passage,
  source,
  slug,
}: {
  passage: TracePassage;
  source: TraceSource | undefined;
  slug: string;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace.words");
  const { paper } = passage;
  const blocks =
    passage.firstBlock === passage.lastBlock
      ? t("block", { block: passage.firstBlock })
      : t("blocks", { first: passage.firstBlock, last: passage.lastBlock });
  return (
    <figure className={styles.figure}>
      <blockquote className={styles.quote}>
        <p>
          <WordsInContext {...passage} {...(passage.removed ? GONE : {})} />
        </p>
      </blockquote>
      <figcaption className={styles.place}>
        <TextLink href={to.quote(passage.sourceId, { passage: passage.id })}>
          {t("read")}
          <span className="visually-hidden">
            {" "}
            {t("readWhat", { words: shortened(passage.exact, 60) })}
          </span>
        </TextLink>
        {passage.newest > passage.version ? (
          <TextLink
            href={to.quote(passage.sourceId, { passage: passage.id, version: passage.version })}
          >
            {t("readOld", { n: passage.version })}
            <span className="visually-hidden">
              {" "}
              {t("readWhat", { words: shortened(passage.exact, 60) })}
            </span>
          </TextLink>
        ) : null}
        {passage.suspect ? (
          <SuspectBadge
            marks={{ changed: true, removed: false }}
            href={to.places(passage.sourceId, { passage: passage.id })}
          />
        ) : null}
        {passage.removed ? (
          <SuspectBadge
            marks={{ changed: false, removed: true }}
            href={to.quote(passage.sourceId, { passage: passage.id })}
          />
        ) : null}
        <span>
          {[
            source?.title,
            blocks,
            paper &&
              (paper.first === paper.last
                ? t("page", { first: paper.first })
                : t("pages", { ...paper })),
            t("characters", { start: passage.start, end: passage.end }),
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      </figcaption>
    </figure>
  );
}
