import { useTranslations } from "next-intl";
import { PlaceLink } from "@/components/text/place-link";
import { Words, WordsInContext } from "@/components/text/words";
import { TextLink } from "@/components/ui/link";
import { Quote } from "@/components/ui/text";
import type { ChosenWords as Chosen } from "@/domain/core-values/model";
import styles from "./chosen-words.module.css";

/** The words of a selection, with where they stand and a way to leave one out. */
export function ChosenWords({
  slug,
  words,
  hrefWithout,
}: {
  slug: string;
  words: Chosen[];
  /** Address of this page without that one; null when it is the last. */
  hrefWithout: (item: Chosen) => string | null;
}) {
  const t = useTranslations("reactions.chosen");
  return (
    <ol className={styles.list}>
      {words.map((item) => {
        const without = hrefWithout(item);
        const name =
          item.reactionNumber === null
            ? t("passage")
            : t("reaction", { number: item.reactionNumber });
        return (
          <li key={item.id}>
            <Quote
              source={
                <span className={styles.source}>
                  <span>
                    {[name, item.speaker, item.consultationTitle].filter(Boolean).join(" · ")}
                  </span>
                  {item.place ? <PlaceLink slug={slug} place={item.place} /> : null}
                  {without ? (
                    <TextLink href={without} scroll={false}>
                      {t("leaveOut")}
                      <span className="visually-hidden">: {name}</span>
                    </TextLink>
                  ) : null}
                </span>
              }
            >
              {item.type === "passage" && item.place ? (
                <WordsInContext {...item.place} />
              ) : (
                <Words text={item.text} />
              )}
            </Quote>
          </li>
        );
      })}
    </ol>
  );
}
