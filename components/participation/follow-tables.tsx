import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import { POSITIONS } from "@/db/vocabulary";
import { FEWEST_SHOWN, type Followed, type HeardRow } from "@/domain/participation/model";
import styles from "./follow.module.css";
import { PositionBar } from "./position-bar";
import bars from "./position-bar.module.css";

/** Units of a drawn bar; the page scales it. */
const WIDE = 240;
const HIGH = 22;

interface Line {
  key: string;
  name: string;
  /** Whether the dossier expects them to be heard. */
  expected: boolean;
  people: number;
  /** How many were invited; null where that is not known. */
  invited: number | null;
  /** Of those who were invited: others react at an open address. */
  still: number | null;
}

/** Who was heard beside who was invited: a row for a group, or for a few that are too small to stand alone. */
export function HeardTable({
  heard,
  invited,
}: {
  heard: readonly HeardRow[];
  /** By group, an empty key for who chooses it; null for who may not see who is invited. */
  invited: ReadonlyMap<string, { count: number; reacted: number }> | null;
}) {
  const t = useTranslations("participation.follow");
  const lines = heard.flatMap(({ groups, people }): Line[] => {
    const asked = groups.flatMap(({ id }) => invited?.get(id ?? "") ?? []);
    const total = asked.reduce((sum, { count }) => sum + count, 0);
    const reacted = asked.reduce((sum, one) => sum + one.reacted, 0);
    const counts = people > 0 || total > 0 || groups.some(({ expected }) => expected);
    if (!counts) return [];
    const names = groups.map(({ name }) => name ?? t("heard.nobody"));
    return [
      {
        key: groups.map(({ id }) => id).join(" "),
        name:
          names.length > 1 ? t("heard.together", { names: names.join(", ") }) : (names[0] ?? ""),
        expected: groups.some((group) => group.expected),
        people,
        invited: total > 0 ? total : null,
        still: total > 0 ? total - reacted : null,
      },
    ];
  });
  const most = Math.max(1, ...lines.map(({ people, still }) => people + (still ?? 0)));
  // Where nobody was invited by name there is nothing to hold it against.
  const asks = lines.some((line) => line.invited !== null);
  const merged = heard.some(({ groups }) => groups.length > 1);
  if (lines.length === 0) return <Paragraph muted>{t("heard.noGroups")}</Paragraph>;
  return (
    <>
      <Table
        stack
        caption={t("heard.title")}
        captionHidden
        className={styles.table}
        head={
          <Tr>
            <Th>{t("heard.group")}</Th>
            <Th className={styles.drawn}>
              <span className={styles.key}>
                <span>
                  <i className={styles.heardKey} /> {t("heard.reacted")}
                </span>
                {asks ? (
                  <span>
                    <i className={styles.stillKey} /> {t("heard.still")}
                  </span>
                ) : null}
              </span>
            </Th>
            <Th align="end">{t("heard.reacted")}</Th>
            {asks ? (
              <>
                <Th align="end">{t("heard.invited")}</Th>
                <Th align="end">{t("heard.still")}</Th>
              </>
            ) : null}
          </Tr>
        }
      >
        {lines.map(({ key, name, expected, people, invited: asked, still }) => (
          <Tr key={key}>
            <Th scope="row">
              {name}
              {expected ? <span className={styles.expected}> {t("heard.expected")}</span> : null}
            </Th>
            <Td className={styles.drawn}>
              <HeardBar people={people} still={still} most={most} />
            </Td>
            <Td align="end" label={t("heard.reacted")}>
              <b>{people}</b>
            </Td>
            {asks ? (
              <>
                <Td align="end" label={t("heard.invited")}>
                  {asked ?? "–"}
                </Td>
                <Td align="end" label={t("heard.still")}>
                  {still ?? "–"}
                </Td>
              </>
            ) : null}
          </Tr>
        ))}
      </Table>
      {merged ? (
        <Paragraph small muted>
          {t("heard.few", { count: FEWEST_SHOWN })}
        </Paragraph>
      ) : null}
    </>
  );
}

/** The same as its row says in numbers: who reacted, and behind them who is still to be heard. */
function HeardBar({ people, still, most }: Pick<Line, "people" | "still"> & { most: number }) {
  if (people === 0 && still === null) return null;
  const wide = (n: number) => (n / most) * (WIDE - 4);
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className={styles.bar} aria-hidden="true">
      {still === null ? null : (
        <>
          <rect className={styles.room} width={wide(people + still)} height={HIGH} />
          <rect className={styles.mark} x={wide(people + still)} width="3" height={HIGH} />
        </>
      )}
      <rect className={styles.heard} width={wide(people)} height={HIGH} rx="2" />
    </svg>
  );
}

/** What they think: the latest position of each person on each stelling. */
export function PositionsTable({ followed, slug }: { followed: Followed; slug: string }) {
  const t = useTranslations("participation.follow");
  const words = useTranslations("participation.react.position");
  const all = useTranslations("participation");
  const to = addresses.dossier(slug);
  const { statements, positionWords, consultationId, asksPosition } = followed;
  const called = POSITIONS.map((one) => positionWords?.[one] ?? words(one));
  if (statements.length === 0) return <Paragraph muted>{t("thought.none")}</Paragraph>;
  return (
    <>
      <Table
        stack
        caption={t("thought.title")}
        captionHidden
        className={styles.table}
        head={
          <Tr>
            <Th>{t("thought.statement")}</Th>
            {asksPosition ? (
              <>
                <Th className={styles.drawn}>
                  <span className="visually-hidden">{t("thought.drawn")}</span>
                </Th>
                {POSITIONS.map((one, i) => (
                  <Th key={one} align="end" className={styles.word}>
                    <i className={cx(styles.swatch, bars[one])} /> {called[i]}
                  </Th>
                ))}
              </>
            ) : null}
            <Th align="end">{t("thought.total")}</Th>
          </Tr>
        }
      >
        {statements.map(({ statementId, number, text, positions, total, earlier, answers }) => (
          <Tr key={statementId}>
            <Th scope="row" className={styles.statement}>
              <span className={styles.number}>{number}</span>{" "}
              <TextLink href={to.statement(statementId)}>{text}</TextLink>
              {earlier > 0 ? (
                <span className={styles.earlier}>{all("earlierWords", { count: earlier })}</span>
              ) : null}
            </Th>
            {asksPosition ? (
              <>
                <Td className={styles.drawn}>
                  {total >= FEWEST_SHOWN ? (
                    <PositionBar positions={positions} total={total} />
                  ) : null}
                </Td>
                {POSITIONS.map((one, i) => (
                  <Td key={one} align="end" label={called[i]}>
                    {positions[one]}
                  </Td>
                ))}
              </>
            ) : null}
            <Td align="end" label={t("thought.total")}>
              <b>{asksPosition ? total : answers}</b>
            </Td>
          </Tr>
        ))}
      </Table>
      <Paragraph small muted>
        {asksPosition ? t("thought.note") : null}{" "}
        {followed.missing ? <>{t("thought.missing", followed.missing)} </> : null}
        <TextLink href={to.statements({ consultation: consultationId })}>
          {t("thought.all")}
        </TextLink>
      </Paragraph>
    </>
  );
}
