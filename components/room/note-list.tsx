import { useTranslations } from "next-intl";
import type { ReactionKind } from "@/db/vocabulary";
import { formatClock } from "@/domain/kernel/dates";
import type { Note } from "@/domain/room/model";
import styles from "./room.module.css";
import type { Line, TimedNote } from "./waiting";

/** What was written down, the newest first: before what the server has, what it does not have yet. */
export function NoteList({
  going,
  lines,
  notes,
  groups,
  kinds,
  placeOf,
  onEdit,
  onEditWaiting,
  onDrop,
  onRemove,
}: {
  /** Whether the meeting goes on: a line that waits goes back into the field only then; one that was refused always. */
  going: boolean;
  lines: readonly Line[];
  notes: readonly TimedNote[];
  groups: readonly { id: string; name: string }[];
  kinds: Record<ReactionKind, string>;
  /** The number of the stelling it was said to; null where that is clear, or where it was said to none. */
  placeOf: (statementId: string | null) => number | null;
  onEdit: (note: Note) => void;
  onEditWaiting: (line: Line) => void;
  onDrop: (line: Line) => void;
  onRemove: (note: Note) => void;
}) {
  const t = useTranslations("room");
  const groupName = (id: string | null) =>
    groups.find((group) => group.id === id)?.name ?? t("notes.unknown");
  const about = (of: { kind: ReactionKind; role: string | null; statementId: string | null }) => {
    const n = placeOf(of.statementId);
    const place = n === null ? null : t("notes.at", { n });
    return [kinds[of.kind], of.role, place].filter(Boolean).join(", ");
  };
  return (
    <ul className={styles.list}>
      {lines.toReversed().map((line) => (
        <li key={line.key}>
          <span className={styles.meta}>{formatClock(line.saidAt)}</span>
          <div>
            <p className={styles.meta}>
              <b>{groupName(line.groupId)}</b>, {about(line)}
            </p>
            <p>{line.text}</p>
            {line.refused ? <p className={styles.waits}>{line.refused}</p> : null}
          </div>
          <span className={styles.waits}>
            {line.refused ? t("notes.refused") : t("notes.waiting")}
          </span>
          {(going || line.refused) && !line.tried ? (
            <div className={styles.lineActs}>
              <button
                type="button"
                className={styles.textButton}
                onClick={() => onEditWaiting(line)}
              >
                {t("notes.correct")}
              </button>
              {line.refused ? (
                <button type="button" className={styles.textButton} onClick={() => onDrop(line)}>
                  {t("notes.drop")}
                </button>
              ) : null}
            </div>
          ) : null}
        </li>
      ))}
      {notes.map((one) => (
        <li key={one.reactionId}>
          <span className={styles.meta}>{one.time}</span>
          <div>
            <p className={styles.meta}>
              <b>{one.group ?? t("notes.unknown")}</b>, {about(one)}
            </p>
            <p>{one.text}</p>
          </div>
          <span className={styles.meta}>{t("notes.kept")}</span>
          <div className={styles.lineActs}>
            <button type="button" className={styles.textButton} onClick={() => onEdit(one)}>
              {t("notes.correct")}
              <span className="visually-hidden"> R-{one.number}</span>
            </button>
            <button type="button" className={styles.textButton} onClick={() => onRemove(one)}>
              {t("notes.takeBack")}
              <span className="visually-hidden"> R-{one.number}</span>
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
