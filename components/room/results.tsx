import { useTranslations } from "next-intl";
import { PositionBar, PositionKey } from "@/components/participation/position-bar";
import { cx } from "@/components/ui/cx";
import { POSITIONS, type Position } from "@/db/vocabulary";
import { FEWEST_SHOWN } from "@/domain/participation/model";
import type { RoomScreen } from "@/domain/room/model";
import styles from "./room.module.css";

/** What each group thinks, as bars with their numbers in them. Few people have no bar. */
export function Results({
  screen,
  small = false,
}: {
  screen: Pick<RoomScreen, "results" | "positionWords">;
  small?: boolean;
}) {
  const t = useTranslations("room");
  const words = useTranslations("participation.react.position");
  const called = (one: Position) => screen.positionWords?.[one] ?? words(one);
  const { results } = screen;
  if (results.length === 0) return <p>{t("projector.none")}</p>;
  return (
    <div className={cx(styles.results, small && styles.small)}>
      <ul className={styles.groups}>
        {results.map(({ groups, people, positions }) => (
          <li key={groups.map(({ id }) => id).join(" ")}>
            <span className={styles.group}>
              {groups.map(({ name }) => name ?? t("nobody")).join(", ")}
            </span>
            {positions ? (
              <>
                <span className={styles.people}>{people}</span>
                <PositionBar
                  positions={positions}
                  total={people}
                  size={small ? "beside" : "screen"}
                />
                <span className="visually-hidden">
                  {POSITIONS.map((one) => `${called(one)} ${positions[one]}`).join(", ")}
                </span>
              </>
            ) : (
              <span className={styles.few}>
                {t("projector.few", { count: people, from: FEWEST_SHOWN })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <PositionKey called={called} />
    </div>
  );
}
