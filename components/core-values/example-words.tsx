import { useTranslations } from "next-intl";
import { PlaceLink } from "@/components/text/place-link";
import { WordsInContext } from "@/components/text/words";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { Paragraph, Quote } from "@/components/ui/text";
import type { CoreValueDetail } from "@/domain/core-values/model";

/** The words that show best what a kernwaarde is about. */
export function ExampleWords({
  slug,
  words,
  takeOff,
}: {
  slug: string;
  words: CoreValueDetail["example"];
  /** Left out for who may not write. */
  takeOff?: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("coreValues");
  // Who cannot choose one is not told to.
  if (!words && !takeOff) return null;
  return (
    <Section id="voorbeeld" title={t("detail.example")}>
      {words ? (
        <>
          <Quote source={<PlaceLink slug={slug} place={words} />}>
            <WordsInContext {...words} />
          </Quote>
          {takeOff ? (
            <ButtonForm action={takeOff}>
              <Button type="submit" variant="subtle" size="small">
                {t("detail.takeOffExample")}
              </Button>
            </ButtonForm>
          ) : null}
        </>
      ) : (
        <Paragraph muted>{t("detail.noExample")}</Paragraph>
      )}
    </Section>
  );
}
