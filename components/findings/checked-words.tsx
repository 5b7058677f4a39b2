import { Fragment } from "react";
import { cx } from "@/components/ui/cx";
import { SEVERITIES } from "@/domain/checking/model";
import type { CheckedText } from "@/domain/findings/model";
import styles from "./findings.module.css";
import { nameOf } from "./severity";

/** A text with a wavy line under the words that something was found of; what it is stands below it, in words. */
export function CheckedWords({ text: { pieces, findings } }: { text: CheckedText }) {
  return (
    <p className={styles.words}>
      {pieces.map(({ text, marks }, i) => {
        const worst = SEVERITIES.find((one) => marks.some((n) => findings[n]?.severity === one));
        const Piece = worst ? "span" : Fragment;
        const look = worst ? { className: cx(styles.found, styles[nameOf(worst)]) } : {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
          <Piece key={i} {...look}>
            {text}
          </Piece>
        );
      })}
    </p>
  );
}
