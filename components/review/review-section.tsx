import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { Stack } from "@/components/ui/stack";
import { formatMoment } from "@/domain/kernel/dates";
import type { RequirementVersion } from "@/domain/requirements/model";
import type { RequirementReview } from "@/domain/review/model";
import { Approvals, ReviewHistory } from "./approvals";
import styles from "./review.module.css";
import { ReviewChanges } from "./review-changes";
import { StateBadge } from "./state-badge";

/** On the page of a requirement: how far it is, who approved it, and what made an approval lapse. */
export function ReviewSection({
  slug,
  code,
  review,
  before,
  after,
  send,
}: {
  slug: string;
  code: string;
  review: RequirementReview;
  /** The version since which it matters what changed. */
  before: RequirementVersion | null;
  after: RequirementVersion;
  /** For who may send it to review. */
  send?: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("review");
  const { requirementId, state, remark, mine } = review;
  return (
    <Section id="beoordeling" title={t("section")}>
      <Stack gap="m">
        <p>
          <StateBadge standing={review} />
        </p>
        <ReturnedRemark remark={remark} />
        {before ? (
          <ReviewChanges before={before} after={after} own={mine.lapsedFrom !== null} />
        ) : null}
        <Approvals review={review} />
        <div className={styles.acts}>
          {send && state === "draft" ? (
            <ButtonForm action={send} hidden={{ dossier: slug, requirementId, from: "eis" }}>
              <Button type="submit" size="small">
                {remark ? t("send.again") : t("send.one")}
              </Button>
            </ButtonForm>
          ) : null}
          {mine.mayCheck || mine.mayReturn ? (
            <ButtonLink
              size="small"
              href={addresses.dossier(slug).reviewing({ requirement: requirementId })}
            >
              {t("judge", { code })}
            </ButtonLink>
          ) : null}
        </div>
        {mine.wrote && state !== "draft" ? <p className={styles.quiet}>{t("wrote")}</p> : null}
        <ReviewHistory steps={review.steps} />
      </Stack>
    </Section>
  );
}

/** Why its writers got it back. */
export function ReturnedRemark({ remark }: { remark: RequirementReview["remark"] }) {
  const t = useTranslations("review");
  const locale = useLocale();
  if (!remark) return null;
  return (
    <Alert
      tone="warning"
      title={t("remark", { by: remark.by ?? t("unknown"), at: formatMoment(remark.at, locale) })}
    >
      <p>{remark.note}</p>
    </Alert>
  );
}
