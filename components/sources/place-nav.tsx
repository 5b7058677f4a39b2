import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { PlaceRow } from "@/domain/sources/model";
import type { RestingCode } from "@/domain/trace/model";
import { inShort, nameOf } from "./place-words";
import styles from "./places.module.css";
import { useRestingCode } from "./resting";

/** The passages to decide on, in the order of the text: what changed, or what was decided. */
export function PlaceNav({
  slug,
  sourceId,
  n,
  rows,
  codes,
  at,
}: {
  slug: string;
  sourceId: string;
  /** Number of the newest version. */
  n: number;
  rows: readonly PlaceRow[];
  /** By what each passage is known. */
  codes: ReadonlyMap<string, RestingCode>;
  at: string | null;
}) {
  const t = useTranslations("sources.places");
  const codeOf = useRestingCode();
  const to = addresses.dossier(slug);
  if (rows.length === 0) return null;
  const open = rows.filter(({ decision }) => decision === null).length;
  return (
    <nav aria-label={t("list")} className={styles.nav}>
      <p className={styles.said}>{t("toDecide", { count: open })}</p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.passageId} className={row.passageId === at ? styles.current : undefined}>
            {row.decision !== null ? (
              <Icon name="check" />
            ) : row.status === "orphan" ? (
              <Icon name="close" />
            ) : (
              <span className={styles.query} aria-hidden="true">
                ?
              </span>
            )}
            <div>
              <TextLink
                href={to.places(sourceId, { passage: row.passageId })}
                aria-current={row.passageId === at ? "true" : undefined}
              >
                <PlaceName row={row} code={codes.get(row.passageId)} codeOf={codeOf} />
              </TextLink>
              <small className={styles.said}>
                <WhatBecame row={row} />
              </small>
            </div>
          </li>
        ))}
      </ul>
      <TextLink href={to.versionChanges(sourceId, n)}>{t("readChanges")}</TextLink>
    </nav>
  );
}

function PlaceName({
  row,
  code,
  codeOf,
}: {
  row: PlaceRow;
  code: RestingCode | undefined;
  codeOf: ReturnType<typeof useRestingCode>;
}) {
  return code ? (
    <>
      <b>{codeOf(code)}</b> {nameOf(row)}
    </>
  ) : (
    nameOf(row)
  );
}

/** What was decided of a passage, or else what changed in its words. */
function WhatBecame({ row }: { row: PlaceRow }) {
  const t = useTranslations("sources.places");
  if (row.decision !== null) return t(`decided.${row.decision}`);
  if (row.status === "orphan") return t("status.orphan");
  const short = inShort(row.exact, row.standing);
  if (short.what === "words") return t("differs", { count: short.count });
  const { from, to } = short.change;
  if (from === "") return t("change.added", { to });
  return to === "" ? t("change.removed", { from }) : t("change.became", { from, to });
}
