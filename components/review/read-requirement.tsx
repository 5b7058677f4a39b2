import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { RichTextView } from "@/components/editor/rich-text-view";
import { KindBadge } from "@/components/requirements/kind-badge";
import { MarginWords } from "@/components/requirements/margin-words";
import { RequirementFacts } from "@/components/requirements/requirement-facts";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { FormAction } from "@/components/ui/form-state";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { RequirementVersion, RequirementView } from "@/domain/requirements/model";
import type { RequirementReview } from "@/domain/review/model";
import type { RequirementTrace } from "@/domain/trace/model";
import { Approvals, ReviewHistory } from "./approvals";
import { JudgeForm } from "./judge-form";
import styles from "./review.module.css";
import { ReviewChanges } from "./review-changes";
import { ReviewKeys } from "./review-keys";
import { ReturnedRemark } from "./review-section";
import { StateBadge } from "./state-badge";

/** One requirement to judge, with what changed in it, who approved it, and the words behind it. */
export function ReadRequirement({
  slug,
  view,
  review,
  before,
  trace,
  judge,
  takeBack,
  next,
  links,
}: {
  slug: string;
  view: RequirementView;
  review: RequirementReview;
  /** The version since which it matters what changed. */
  before: RequirementVersion | null;
  trace: RequirementTrace;
  judge: FormAction;
  takeBack: (data: FormData) => Promise<void>;
  /** What comes after it. */
  next: string | null;
  links: { previous: string | null; next: string | null };
}) {
  const t = useTranslations("review");
  const to = addresses.dossier(slug);
  const { code, version } = view;
  const { mine } = review;
  return (
    <div className={styles.read}>
      <div className={styles.middle}>
        <p className={styles.toList}>
          <TextLink href={to.reviewing()}>{t("list.toList")}</TextLink>
        </p>
        <h2 id="eis" tabIndex={-1} className={styles.name}>
          <CodeTag>{code}</CodeTag>{" "}
          <TextLink href={to.requirement(view.id)}>{version.title}</TextLink>
        </h2>
        <p className={styles.marks}>
          <KindBadge kind={version.kind} /> <StateBadge standing={review} />
        </p>
        <ReturnedRemark remark={review.remark} />
        {before ? (
          <ReviewChanges before={before} after={version} own={mine.lapsedFrom !== null} />
        ) : null}
        <RichTextView body={version.body} />
        <RequirementFacts version={version} />
        {mine.wrote ? <p className={styles.quiet}>{t("wrote")}</p> : null}
        {mine.mayCheck || mine.mayReturn ? (
          <JudgeForm
            key={`${view.id} ${review.n} ${review.steps.length}`}
            judge={judge}
            code={code}
            review={{ requirementId: view.id, n: review.n, mine }}
            hidden={{ next: next ?? "" }}
          />
        ) : null}
        <Heading level={3}>{t("approvals")}</Heading>
        <Approvals review={review} />
        <ReviewHistory steps={review.steps} />
        {mine.undo === null ? null : (
          <ButtonForm
            action={takeBack}
            hidden={{ dossier: slug, requirementId: view.id, step: mine.undo }}
          >
            <Button type="submit" size="small" variant="subtle">
              {t("act.takeBack", { code })}
            </Button>
          </ButtonForm>
        )}
        <ReviewKeys links={links} requirementId={view.id} />
      </div>
      <aside aria-labelledby="woorden" className={styles.words}>
        <Heading level={3} id="woorden">
          {t("words", { code })}
        </Heading>
        <MarginWords slug={slug} trace={trace} />
      </aside>
    </div>
  );
}
