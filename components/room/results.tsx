import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { POSITIONS, type Position } from "@/db/vocabulary";
import { FEWEST_SHOWN } from "@/domain/participation/model";
import type { GroupResult, RoomScreen } from "@/domain/room/model";
import styles from "./room.module.css";

const WIDE = 1_000;
const HIGH = 84;

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
                <Bar positions={positions} people={people} />
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
      <p className={styles.key} aria-hidden="true">
        {POSITIONS.map((one) => (
          <span key={one}>
            <i className={cx(styles.swatch, styles[one])} /> {called(one)}
          </span>
        ))}
      </p>
    </div>
  );
}

function Bar({
  positions,
  people,
}: {
  positions: NonNullable<GroupResult["positions"]>;
  people: number;
}) {
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className={styles.bar} aria-hidden="true">
      {POSITIONS.map((one) => {
        const width = (positions[one] / people) * WIDE;
        const from = x;
        x += width;
        if (width === 0) return null;
        return (
          <g key={one} className={styles[one]}>
            <rect x={from} width={Math.max(2, width - 4)} height={HIGH} rx="6" />
            <text
              x={from + width / 2 - 2}
              y={HIGH / 2}
              dominantBaseline="central"
              textAnchor="middle"
            >
              {positions[one]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
