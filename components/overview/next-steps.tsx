import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import type { NextStep } from "@/domain/coverage/rules";
import styles from "./next-steps.module.css";

/** The next one to three things to do; the first one is the one to begin with. */
export function NextSteps({ steps, slug }: { steps: NextStep[]; slug: string }) {
  const t = useTranslations("overview.next");
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.kind} className={styles.step}>
          <Heading level={3} className={styles.title}>
            {t(`title.${step.kind}`, { count: step.count })}
          </Heading>
          <p className={styles.why}>{t(`why.${step.kind}`)}</p>
          <p className={styles.act}>
            <ButtonLink
              href={addresses.dossier(slug).target(step.target)}
              variant={index === 0 ? "primary" : "secondary"}
              size="small"
            >
              {t(`act.${step.kind}`)}
            </ButtonLink>
          </p>
        </li>
      ))}
    </ol>
  );
}
