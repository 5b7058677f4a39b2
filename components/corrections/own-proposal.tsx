import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { DiffText } from "@/components/requirements/diff-text";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { CorrectionPage } from "@/domain/corrections/model";
import { comparedWords } from "@/domain/corrections/rules";
import { diffWords } from "@/domain/requirements/rules/diff";
import styles from "./corrections.module.css";

/** What somebody proposed for a block, and what came of it. */
export function OwnProposal({
  proposal,
  link,
  page,
  withdraw,
}: {
  proposal: CorrectionPage["own"][number];
  link: string;
  page: number;
  /** Left out when nothing can be changed about it. */
  withdraw?: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("corrections.own");
  const { block, form, words, text, remark, decision, reply, lockVersion } = proposal;
  const of = <span className="visually-hidden"> {t("ofBlock", { n: block })}</span>;
  return (
    <div className={styles.proposal}>
      <p className={styles.head}>
        <strong>{t("yours")}</strong>{" "}
        <Badge tone={decision === "accepted" ? "ok" : decision ? "neutral" : "info"}>
          {t(`state.${decision ?? "waiting"}`)}
        </Badge>
      </p>
      {text === null ? (
        <p>{t("gone")}</p>
      ) : (
        <DiffText parts={diffWords(...comparedWords({ text: words, form }, text))} />
      )}
      {remark ? <p className={styles.said}>{t("yourWhy", { remark })}</p> : null}
      {reply ? <p className={styles.said}>{t("reply", { reply })}</p> : null}
      {withdraw ? (
        <div className={styles.acts}>
          <ButtonLink
            size="small"
            href={addresses.correction(link, { segment: block, page }, `blok-${block}`)}
          >
            {t("change")}
            {of}
          </ButtonLink>
          <ButtonForm action={withdraw} hidden={{ block, page, lockVersion }}>
            <Button type="submit" size="small" variant="subtle">
              {t("withdraw")}
              {of}
            </Button>
          </ButtonForm>
        </div>
      ) : null}
    </div>
  );
}
