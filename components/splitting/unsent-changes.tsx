"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonGroup } from "@/components/ui/button";
import type { Trouble } from "@/components/ui/form-state";
import { TroubleNext } from "@/components/ui/trouble-next";
import styles from "./unsent-changes.module.css";

/** Changes that never got an answer: how many wait, why, and what to do about it. */
export function UnsentChanges({
  trouble,
  count,
  sendAgain,
  discard,
}: {
  /** Null for what an earlier visit left behind. */
  trouble: Trouble | null;
  count: number;
  sendAgain: () => void;
  discard: () => void;
}) {
  const t = useTranslations("splitting.unsent");
  const words = useTranslations("ui.trouble");
  return (
    <div role="status" className={styles.status}>
      {count > 0 ? (
        <Alert tone="warning" title={t("title", { count })}>
          <p>
            {trouble ? `${words(trouble)}. ` : null}
            {t("kept")}
          </p>
          {trouble ? <TroubleNext trouble={trouble} kept={null} /> : null}
          <ButtonGroup>
            <Button size="small" variant="primary" onClick={sendAgain}>
              {t("send")}
            </Button>
            {trouble ? null : (
              <Button size="small" onClick={discard}>
                {t("discard")}
              </Button>
            )}
          </ButtonGroup>
        </Alert>
      ) : null}
    </div>
  );
}
