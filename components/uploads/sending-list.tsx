import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ProgressBar } from "@/components/ui/progress";
import styles from "./lines.module.css";
import type { Sending } from "./use-sending";

/** The files on their way, and those that did not arrive. */
export function SendingList({
  sending,
  onStop,
  onAgain,
}: {
  sending: readonly Sending[];
  onStop: (id: number) => void;
  onAgain: (id: number) => void;
}) {
  const t = useTranslations("uploads.send");
  return (
    <ul className={styles.lines} hidden={sending.length === 0}>
      {sending.map(({ id, file, part, state, message }) => (
        <li key={id} className={styles.line}>
          <Icon
            name={state === "failed" ? "error" : "upload"}
            className={state === "failed" ? styles.bad : styles.busy}
          />
          <span className={styles.name}>{file.name}</span>
          {state === "failed" ? (
            <p role="alert" className={styles.what}>
              {message}
            </p>
          ) : (
            <div className={styles.what}>
              <ProgressBar
                label={t("sending", { name: file.name })}
                value={state === "busy" ? Math.floor(part * 100) : undefined}
              />
            </div>
          )}
          <span className={styles.acts}>
            {state === "failed" ? (
              <Button size="small" onClick={() => onAgain(id)}>
                {t("again")}
              </Button>
            ) : null}
            <Button
              size="small"
              variant={state === "failed" ? "subtle" : "secondary"}
              aria-label={state === "failed" ? undefined : t("stopOf", { name: file.name })}
              onClick={() => onStop(id)}
            >
              {state === "failed" ? t("dismiss") : t("stop")}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
