"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonGroup } from "@/components/ui/button";
import type { Alike } from "@/domain/splitting/model";
import styles from "./alike-card.module.css";
import { Hint } from "./hint";

/** Offers to do the same with segments like the one that was corrected; the doubtful ones have no tick. */
export function AlikeCard({
  alike,
  ticked,
  hints,
  onTick,
  onDo,
  onGo,
  onClose,
}: {
  alike: Alike;
  ticked: ReadonlySet<number>;
  hints: boolean;
  onTick: (start: number) => void;
  onDo: () => void;
  onGo: (start: number) => void;
  onClose: () => void;
}) {
  const t = useTranslations("splitting.alike");
  const kinds = useTranslations("kinds");
  const kind = kinds(`input.${alike.kind}`);
  return (
    <section aria-label={t("title", { count: alike.matches.length })} className={styles.card}>
      <h2 className={styles.title}>
        {t("title", { count: alike.matches.length })}
        <Hint shown={hints} letter="=" />
      </h2>
      <p>{t(`shared.${alike.shared}`, { was: kinds(`input.${alike.was}`), kind })}</p>
      <ul className={styles.list}>
        {alike.matches.map(({ start, words, length }) => (
          <li key={start} className={styles.item}>
            <input
              type="checkbox"
              checked={ticked.has(start)}
              aria-label={words}
              onChange={() => onTick(start)}
            />
            <button type="button" className={styles.words} onClick={() => onGo(start)}>
              {length > 0 ? <mark className={styles.mark}>{words.slice(0, length)}</mark> : null}
              {words.slice(length)}
            </button>
          </li>
        ))}
      </ul>
      <ButtonGroup>
        <Button size="small" onClick={onDo} aria-disabled={ticked.size === 0 ? true : undefined}>
          {t("do", { count: ticked.size, kind })}
        </Button>
        <Button size="small" variant="subtle" onClick={onClose}>
          {t("only")}
        </Button>
      </ButtonGroup>
    </section>
  );
}
