import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Meter, ProgressBar } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { ADOPTION_STEPS } from "@/db/vocabulary";
import type { Adoption } from "@/domain/editions/model";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./editions.module.css";

/** What is being done of adopting that goes on in the background, and how far it is; for everybody who looks. */
export function Adopting({
  adoption: { attempt, by, since, step, progress },
  stop,
}: {
  adoption: Adoption;
  stop: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("editions.adopting");
  const locale = useLocale();
  const at = step ? ADOPTION_STEPS.indexOf(step) : -1;
  return (
    <Stack gap="m">
      <Paragraph>{t("by", { who: by, when: formatMoment(since, locale) })}</Paragraph>
      {progress ? (
        <Meter
          value={progress.done}
          max={progress.total}
          label={t("kept", { done: progress.done, total: progress.total })}
        />
      ) : (
        <ProgressBar label={step ? t(`steps.${step}`) : t("waiting")} />
      )}
      <ol className={styles.steps}>
        {ADOPTION_STEPS.map((one, i) => {
          const state = i < at ? "done" : i === at ? "now" : "next";
          return (
            <li key={one} data-state={state} aria-current={state === "now" ? "step" : undefined}>
              {state === "next" ? null : <Icon name={state === "done" ? "check" : "arrow-right"} />}
              <span>
                {t(`steps.${one}`)} <small>({t(`state.${state}`)})</small>
              </span>
            </li>
          );
        })}
      </ol>
      <Paragraph muted>{t("note")}</Paragraph>
      <ButtonForm action={stop} hidden={{ attempt }}>
        <Button type="submit" variant="secondary" size="small">
          {t("stop")}
        </Button>
      </ButtonForm>
      <Refresh />
    </Stack>
  );
}

/** On the page of publishing: that an edition is being adopted, by whom, and where one sees how far it is. */
export function AdoptingNote({ slug, adoption }: { slug: string; adoption: Adoption | null }) {
  const t = useTranslations("editions.adopting");
  const locale = useLocale();
  if (adoption?.state !== "waiting" && adoption?.state !== "adopting") return null;
  const { by, since, attempt } = adoption;
  return (
    <Alert tone="info" title={t("title")}>
      <Paragraph>{t("by", { who: by, when: formatMoment(since, locale) })}</Paragraph>
      <TextLink href={addresses.dossier(slug).adopt({ attempt })}>{t("look")}</TextLink>
    </Alert>
  );
}

/** Why nothing came of the adopting that was asked for last. */
export function AdoptingFailed({ adoption }: { adoption: Adoption | null }) {
  const t = useTranslations("editions");
  if (!adoption?.failure) return null;
  return (
    <Alert tone="error" role="alert" title={t("adopting.failed")}>
      {t(`errors.${adoption.failure}`)}
    </Alert>
  );
}
