"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { useStatus } from "@/components/ui/toast";
import styles from "./confirm-bar.module.css";
import { CONFIRM_FORM, DOUBTS_ID } from "./forms-id";

/** Always in view: that the sum is right, and the button; while a choice is missing it leads there. */
export function ConfirmBar({
  something,
  nothing,
  doubts,
  backHref,
}: {
  something: number;
  nothing: number;
  /** How many choices are still to be made. */
  doubts: number;
  backHref: string;
}) {
  const t = useTranslations("splitting.confirm");
  const { announce } = useStatus();
  return (
    <div className={styles.bar}>
      <p>
        <b>{t("sum", { something, nothing, total: something + nothing })}</b>
        {doubts > 0 ? (
          <span className={styles.first}>{t("chooseFirst", { count: doubts })}</span>
        ) : (
          <span>{t("later")}</span>
        )}
      </p>
      <ButtonLink href={backHref}>{t("back")}</ButtonLink>
      <Button
        type="submit"
        form={CONFIRM_FORM}
        variant="primary"
        onClick={(event) => {
          if (doubts === 0) return;
          event.preventDefault();
          document.getElementById(DOUBTS_ID)?.focus();
          announce(t("chooseFirst", { count: doubts }));
        }}
      >
        {t("submit", { count: something })}
      </Button>
    </div>
  );
}
