import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Pagination } from "@/components/ui/pagination";
import { formatMoment } from "@/domain/kernel/dates";
import type { ConfirmationPreview, LeftOut } from "@/domain/splitting/model";
import { DOUBTS_ID } from "./forms-id";
import styles from "./left-out.module.css";

/**
 * Everything that becomes nothing: first what looks like input, of which each needs a choice, then the rest
 * by why. Each can be taken along after all.
 */
export function LeftOutList({
  preview,
  action,
  slug,
  sourceId,
  n,
}: {
  preview: ConfirmationPreview;
  action: FormAction;
  slug: string;
  sourceId: string;
  n: number;
}) {
  const t = useTranslations("splitting.confirm");
  const to = addresses.dossier(slug);
  const { doubts, doubtful, left, nothing, part } = preview;
  const row = (one: LeftOut, doubted: boolean) => (
    <Row
      key={one.start}
      row={one}
      doubted={doubted}
      href={to.part(sourceId, n, { segment: one.start })}
    />
  );
  return (
    <section aria-labelledby="niets" className={styles.section}>
      <h2 id="niets">{t("nothing", { count: nothing })}</h2>
      <p className={styles.hint}>{nothing > 0 ? t("nothingHint") : t("nothingNone")}</p>
      <ActionForm
        name={null}
        action={action}
        hidden={{ partId: part.id, lockVersion: part.lockVersion }}
        submitLabel={null}
      >
        {doubts > 0 ? (
          <section aria-labelledby={DOUBTS_ID} className={styles.doubts}>
            <h3 id={DOUBTS_ID} tabIndex={-1}>
              <span className={styles.mark} aria-hidden="true">
                ?
              </span>
              {t("doubts", { count: doubts })}
            </h3>
            <ul className={styles.list}>{doubtful.map((one) => row(one, true))}</ul>
            {doubts > doubtful.length ? (
              <p className={styles.hint}>
                {t("doubtsElsewhere", { count: doubts - doubtful.length })}
              </p>
            ) : null}
          </section>
        ) : null}
        {left.map(({ why, count, rows }) => (
          <details key={why} open={why !== "heading"} className={styles.group}>
            <summary>
              {t(`left.${why}`)} <b>{count}</b>
              <span className={styles.hint}>{t(`leftHint.${why}`)}</span>
            </summary>
            <ul className={styles.list}>{rows.map((one) => row(one, false))}</ul>
          </details>
        ))}
      </ActionForm>
      <Pagination
        page={preview.page}
        pages={preview.pages}
        total={nothing}
        hrefFor={(page) => to.confirmPart(sourceId, n, { page })}
      />
    </section>
  );
}

function Row({ row, doubted, href }: { row: LeftOut; doubted: boolean; href: string }) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  const locale = useLocale();
  const { start, n, words, by, irrelevantReason, cue, keepAs, kind } = row;
  const because = irrelevantReason ?? (doubted && cue ? t(`cue.${cue}`) : t(`reasons.${row.why}`));
  const who = by ? t("confirm.by", { name: by.name, at: formatMoment(by.at, locale) }) : null;
  // Who did it says that a person did.
  const why = who !== null && irrelevantReason === null && row.why === "byHand" ? null : because;
  return (
    <li className={styles.row}>
      <a href={href} className={styles.number} aria-label={t("confirm.block", { n })}>
        {n}
      </a>
      <p className={styles.words}>{words}</p>
      <p className={styles.why}>
        {why}
        {who === null ? null : <span className={styles.who}>{who}</span>}
      </p>
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant={doubted ? "secondary" : "subtle"}
          name="choice"
          value={`${start}:${keepAs}`}
          aria-label={t("confirm.keepOf", { n, kind: kinds(`input.${keepAs}`) })}
        >
          {t("do.keep")}
        </Button>
        {doubted ? (
          <Button
            type="submit"
            size="small"
            variant="subtle"
            name="choice"
            value={`${start}:${kind}`}
            aria-label={t("confirm.leaveOf", { n })}
          >
            {t("confirm.leave")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
