import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Said } from "@/components/requirements/margin-words";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { MatrixCell } from "@/domain/matrix/model";
import styles from "./matrix.module.css";

/** The first words of the open cell, with the way to the others. */
export function CellWords({
  slug,
  cell,
  requirement,
  column,
  closeHref,
}: {
  slug: string;
  cell: MatrixCell;
  requirement: { id: string; code: string };
  column: string;
  closeHref: string;
}) {
  const t = useTranslations("matrix.open");
  const to = addresses.dossier(slug);
  const more = cell.total - cell.words.length;
  return (
    <section id="woorden" tabIndex={-1} aria-labelledby="woorden-titel" className={styles.words}>
      <div className={styles.wordsHead}>
        <Heading level={2} id="woorden-titel" className={styles.wordsTitle}>
          {t("title", { code: requirement.code, column })}
        </Heading>
        <span className={styles.wordsCount}>{t("count", { count: cell.total })}</span>
        <TextLink href={closeHref} scroll={false} data-close className={styles.close}>
          <Icon name="close" />
          {t("close")}
        </TextLink>
      </div>
      <ul className={styles.list}>
        {cell.words.map((one) => (
          <li key={`${one.reaction?.id}${one.passage?.id}`} className={styles.quote}>
            <Said slug={slug} words={one} />
          </li>
        ))}
      </ul>
      <p className={styles.ways}>
        {more > 0 ? (
          <TextLink
            href={to.trace(
              requirement.id,
              cell.via ? { via: cell.via } : {},
              cell.via ?? undefined,
            )}
          >
            {t("more", { count: more })}
          </TextLink>
        ) : null}
        <TextLink href={to.requirement(requirement.id)}>
          {t("requirement", { code: requirement.code })}
        </TextLink>
      </p>
    </section>
  );
}
