import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge, TraceShape } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { RestingTag } from "@/domain/trace/model";
import styles from "./reading.module.css";

/** Codes shown before one has to open the list. */
const CODES_SHOWN = 3;

const FURTHEST_FIRST = ["requirement", "coreValue", "reaction", "statement"] as const;

/** How a thing is called in short: "Stelling 1", "R-12", "K-3", "E-2.1". */
export function useRestingCode() {
  const t = useTranslations("sources.resting");
  return (thing: Pick<RestingTag, "kind" | "code" | "number">): string => {
    if (thing.kind === "requirement") return thing.code ?? "";
    return t(`code.${thing.kind}`, { number: thing.number ?? 0 });
  };
}

/** Beside a block: codes of what rests on its words, and behind them the whole list. */
export function Resting({
  block,
  tags,
  more,
  slug,
  traceHref,
}: {
  block: number;
  tags: RestingTag[];
  /** Requirements that are not among the tags. */
  more: number;
  slug: string;
  traceHref: string;
}) {
  const t = useTranslations("sources.resting");
  const codeOf = useRestingCode();
  const hidden = tags.length - CODES_SHOWN + more;
  return (
    <details className={styles.resting} data-resting>
      <summary className={styles.codes}>
        <span className="visually-hidden">{t("onBlock", { block })} </span>
        {/* The furthest along the way first: that is what one wants to know. */}
        {FURTHEST_FIRST.flatMap((kind) => tags.filter((tag) => tag.kind === kind))
          .slice(0, CODES_SHOWN)
          .map((tag) => (
            <span key={`${tag.kind}${tag.id}`} className={styles.codeTag}>
              <TraceShape tone={tag.kind} />
              {codeOf(tag)}
            </span>
          ))}
        {hidden > 0 ? <span className={styles.more}>{t("more", { count: hidden })}</span> : null}
      </summary>
      <div className={styles.card} id={`rust-${block}`}>
        <ul className={styles.things}>
          {tags.map((tag) => (
            <li key={`${tag.kind}${tag.id}`} className={styles.thing}>
              <Badge tone={tag.kind}>{codeOf(tag)}</Badge>{" "}
              <TextLink
                href={addresses.dossier(slug).thing(tag.kind, tag.id)}
                className={styles.thingLink}
              >
                {tag.text}
              </TextLink>
            </li>
          ))}
        </ul>
        <TextLink href={traceHref} className={styles.all}>
          {more > 0 ? t("allWithMore", { count: more }) : t("all")}
        </TextLink>
      </div>
    </details>
  );
}
