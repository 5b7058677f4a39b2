import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TraceShape } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FLOW_COLUMNS } from "@/domain/overview/model";
import styles from "./way-to-go.module.css";

/** What the overview of an empty dossier shows: the way that lies ahead, and its first step. */
export function WayToGo({
  slug,
  started,
  mayWrite,
}: {
  slug: string;
  /** There is a source already. */
  started: boolean;
  mayWrite: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("overview.start");
  const first =
    mayWrite && !started ? (
      <>
        <ButtonLink href={to.addSource()} variant="primary">
          {t("addSource")}
        </ButtonLink>
        <ButtonLink href={to.settings()}>{t("settings")}</ButtonLink>
      </>
    ) : undefined;
  return (
    <EmptyState title={t("title")} action={first}>
      <p>{t("lead")}</p>
      <ol className={styles.way}>
        {FLOW_COLUMNS.map((column) => (
          <li key={column} className={styles.step}>
            <TraceShape tone={column} className={styles.shape} />
            <span>
              <strong>{t(`steps.${column}.title`)}</strong> {t(`steps.${column}.text`)}
            </span>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
