import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TraceShape } from "@/components/ui/badge";
import type { RestingTag } from "@/domain/trace/model";
import styles from "./reading.module.css";

/** Codes shown before one has to open the list. */
const CODES_SHOWN = 3;

/** How a thing is called in short: "Stelling 1", "R-12", "K-3", "E-2.1". */
export function useRestingCode() {
  const t = useTranslations("sources.resting");
  return (thing: Pick<RestingTag, "kind" | "code" | "number">): string => {
    if (thing.kind === "requirement") return thing.code ?? "";
    return t(`code.${thing.kind}`, { number: thing.number ?? 0 });
  };
}

/**
 * Beside a block: codes of what rests on its words, the furthest along the way first, and behind them the
 * list. Plain elements, for a page has hundreds of them.
 */
export function Resting({
  block,
  tags,
  more,
  slug,
  traceHref,
}: {
  block: number;
  tags: RestingTag[];
  /** What is not among the tags. */
  more: number;
  slug: string;
  traceHref: string;
}) {
  const t = useTranslations("sources.resting");
  const codeOf = useRestingCode();
  const hidden = Math.max(0, tags.length - CODES_SHOWN) + more;
  return (
    <details className={styles.resting} data-resting>
      <summary className={styles.codes}>
        <span className="visually-hidden">{t("onBlock", { block })} </span>
        {tags.slice(0, CODES_SHOWN).map((tag) => (
          <span key={tag.id} className={styles.codeTag}>
            <TraceShape tone={tag.kind} />
            {codeOf(tag)}
          </span>
        ))}
        {hidden > 0 ? <span className={styles.more}>{t("more", { count: hidden })}</span> : null}
      </summary>
      <div className={styles.card} id={`rust-${block}`}>
        <ul className={styles.things}>
          {tags.map((tag) => (
            <li key={tag.id}>
              <a href={addresses.dossier(slug).thing(tag.kind, tag.id)}>
                <b>{codeOf(tag)}</b> {tag.text}
              </a>
            </li>
          ))}
        </ul>
        <a href={traceHref} className={styles.all}>
          {more > 0 ? t("allWithMore", { count: more }) : t("all")}
        </a>
      </div>
    </details>
  );
}
