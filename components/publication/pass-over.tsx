import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { Unfold } from "@/components/ui/unfold";
import type { Blocker } from "@/db/vocabulary";
import type { ReadinessActs } from "./readiness";
import styles from "./readiness.module.css";

/** Passes over what is in the way, with the reason, and shows beforehand what will be said of it. */
export function PassOver({
  slug,
  blocker,
  openKey,
  said,
  acts: { passOver, who, day },
}: {
  slug: string;
  blocker: Blocker;
  /** A hash of what is open, as this page shows it. */
  openKey: string;
  /** What is passed over, as a sentence. */
  said: string;
  acts: ReadinessActs;
}) {
  const t = useTranslations("publication.readiness.passing");
  return (
    <Unfold label={t("label")}>
      <ClientMessages namespaces={[]}>
        <ActionForm
          name="dossier.passOver"
          of={`${slug} ${blocker}`}
          action={passOver}
          hidden={{ blocker, key: openKey }}
          submitLabel={t("submit")}
          submitSize="small"
          label={t("label")}
        >
          <TextareaField name="reason" label={t("reason")} hint={t("hint")} rows={2} />
          <div className={styles.said}>
            <p className="muted small">{t("preview")}</p>
            <p>{t("sentence", { said, who, day })}</p>
          </div>
        </ActionForm>
      </ClientMessages>
    </Unfold>
  );
}
