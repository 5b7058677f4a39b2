import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { OUTCOMES } from "@/db/vocabulary";
import type { Coverage } from "@/domain/coverage/model";
import styles from "./all-answered.module.css";
import { askedIn } from "./asked";
import { OutcomeShape } from "./outcome-shape";

/** Outcomes that one reads once more before others do. */
const AGAIN = ["rejected", "outOfScope", "elsewhere"] as const;

/** Nothing is left to answer: what was answered, and what to read once more. */
export function AllAnswered({ slug, counts }: { slug: string; counts: Coverage["dispositions"] }) {
  const t = useTranslations("dispositions");
  const to = addresses.dossier(slug);
  const given = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const again = AGAIN.filter((outcome) => counts[outcome] > 0);
  let at = 0;
  const bars = given.map((outcome) => {
    const width = (counts[outcome] / counts.total) * 1000;
    const bar = { outcome, x: at, width };
    at += width;
    return bar;
  });
  return (
    <div className={styles.all}>
      <div>
        <Heading level={2}>{t("zero.title")}</Heading>
        <Paragraph lead>{t("zero.body")}</Paragraph>
      </div>
      <div>
        <svg
          className={styles.bar}
          viewBox="0 0 1000 18"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <defs>
            <pattern id="deels" width="8" height="8" patternUnits="userSpaceOnUse">
              <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" />
            </pattern>
            <pattern id="buiten" width="6" height="6" patternUnits="userSpaceOnUse">
              <circle cx="3" cy="3" r="0.9" />
            </pattern>
          </defs>
          {bars.map(({ outcome, x, width }) => (
            <rect
              key={outcome}
              x={x}
              width={width}
              height="18"
              className={styles[outcome]}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <ul className={styles.legend}>
          {given.map((outcome) => (
            <li key={outcome}>
              <OutcomeShape outcome={outcome} /> <b>{counts[outcome]}</b>{" "}
              <TextLink href={to.answering(askedIn({ outcome }))}>
                {t(`outcome.${outcome}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
      {again.length > 0 ? (
        <section aria-labelledby="nog-een-keer">
          <Heading level={3} id="nog-een-keer" className={styles.againTitle}>
            {t("zero.again")}
          </Heading>
          <ul className={styles.again}>
            {again.map((outcome) => (
              <li key={outcome}>
                <div>
                  <b>{t(`zero.${outcome}`, { count: counts[outcome] })}</b>
                  <p>{t(`zero.${outcome}Ask`)}</p>
                </div>
                <TextLink href={to.answering(askedIn({ outcome }))}>
                  {t("zero.read")}
                  <span className="visually-hidden">: {t(`outcome.${outcome}`)}</span>
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <ButtonLink href={to.publication()} variant="primary">
          {t("zero.publish")}
        </ButtonLink>
      </p>
    </div>
  );
}
