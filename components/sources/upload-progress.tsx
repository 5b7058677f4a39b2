import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress";
import styles from "./upload-progress.module.css";

/** Stands in a form and shows itself while the form is busy: what takes so long. */
export function UploadProgress() {
  const t = useTranslations("sources.add");
  return (
    <div className={styles.progress}>
      <ProgressBar label={t("busy")}>
        <p className="small muted">{t("busyNote")}</p>
      </ProgressBar>
    </div>
  );
}
