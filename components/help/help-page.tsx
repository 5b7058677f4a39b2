import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import styles from "./help.module.css";
import { PICTURES } from "./pictures";
import { TOPIC_NAMES, TOPICS, type Topic } from "./topics";

/** What a screen is for and how one works with it, with a picture of it. */
export function HelpPage({ topic }: { topic: Topic }) {
  const t = useTranslations("help");
  const { src, width, height } = PICTURES[topic];
  return (
    <>
      <PageTitle
        back={{ href: addresses.help(), label: t("all") }}
        title={t(`topics.${topic}.title`)}
        lead={t(`topics.${topic}.lead`)}
      />
      <div className={styles.page}>
        <Section id="zo-werkt-het" title={t("how")}>
          <ol className={styles.steps}>
            {t(`topics.${topic}.steps`)
              .split("\n")
              .map((step) => (
                <li key={step}>{step}</li>
              ))}
          </ol>
        </Section>
        {/* biome-ignore lint/performance/noImgElement: the other one writes styles in the page, which the policy forbids, and this file is small already */}
        <img
          src={src}
          width={width}
          height={height}
          alt={t(`topics.${topic}.picture`)}
          className={styles.picture}
        />
      </div>
    </>
  );
}

const GROUPS = ["start", "dossier", "administration"] as const;

/** All that the help explains. */
export function HelpIndex() {
  const t = useTranslations("help");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {GROUPS.map((group) => (
        <Section key={group} id={group} title={t(`groups.${group}`)}>
          <ul className={styles.topics}>
            {TOPIC_NAMES.filter((topic) => TOPICS[topic].group === group).map((topic) => (
              <li key={topic}>
                <TextLink href={addresses.helpPage(TOPICS[topic].slug)} className={styles.topic}>
                  {t(`topics.${topic}.title`)}
                </TextLink>
                <p className={styles.lead}>{t(`topics.${topic}.lead`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
