import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FEWEST_SHOWN } from "@/domain/participation/model";
import type { RoomScreen } from "@/domain/room/model";
import { Qr } from "./qr";
import { Results } from "./results";
import styles from "./room.module.css";

/** A stelling of more signs stands in smaller letters, so that it stays within four lines. */
const LONG = 90;
const VERY_LONG = 200;

/** What a room looks at: one stelling, how to vote, and what people think once somebody shows it. */
export function Projector({
  screen,
  address,
  site,
  children,
}: {
  screen: RoomScreen;
  /** Where one votes, whole; null where one is invited by name only. */
  address: string | null;
  /** Where one types the code. */
  site: string;
  /** What stands below it, for who shows it. */
  children: ReactNode;
}) {
  const t = useTranslations("room.projector");
  const all = useTranslations("participation");
  const { statements, shown, meeting, code, voted, asksPosition } = screen;
  const now = statements[shown];
  return (
    // A page has air above its first part; what fills the screen has none.
    <div>
      <div className={styles.projector}>
        <div className={styles.head}>
          <span>{screen.title}</span>
          {meeting && now ? (
            <span>{t("of", { n: shown + 1, count: statements.length })}</span>
          ) : null}
        </div>
        <div className={styles.stage}>
          <div>
            <h1
              className={cx(
                styles.statement,
                (now?.text.length ?? 0) > LONG && styles.long,
                (now?.text.length ?? 0) > VERY_LONG && styles.veryLong,
              )}
            >
              {meeting ? (now?.text ?? t("noStatement")) : t("noMeeting")}
            </h1>
            {meeting && now && asksPosition ? (
              <section className={styles.outcome} aria-live="polite">
                {screen.resultShown ? (
                  <>
                    <h2>{t("results")}</h2>
                    <Results screen={screen} />
                    {screen.earlier > 0 ? (
                      <p className={styles.note}>
                        {all("earlierWords", { count: screen.earlier })}
                      </p>
                    ) : null}
                    <p className={styles.note}>{t("together", { count: FEWEST_SHOWN })}</p>
                  </>
                ) : (
                  <p>{t("later")}</p>
                )}
              </section>
            ) : null}
          </div>
          {meeting && address && code && screen.open ? (
            <section className={styles.join} aria-label={t("vote")}>
              <h2>{t("vote")}</h2>
              <Qr address={address} label={t("qr")} className={styles.qr} />
              <p>
                {t("go")}
                <b>{site}</b>
              </p>
              <p>
                {t("code")}
                <b className={styles.code}>{code.toUpperCase()}</b>
              </p>
              {asksPosition ? (
                <p className={styles.voted}>
                  {t.rich("voted", { count: voted, b: (chunks) => <b>{chunks}</b> })}
                </p>
              ) : null}
            </section>
          ) : null}
        </div>
        <div className={styles.below}>{children}</div>
      </div>
    </div>
  );
}
