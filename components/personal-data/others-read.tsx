"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { Excerpt, ExcerptPiece, SubjectDetail } from "@/domain/personal-data/model";
import { replacementOf } from "@/domain/redaction/rules";
import styles from "./others-read.module.css";
import { plain } from "./subject-words";
import type { Chosen } from "./subject-work";

/** A piece of the text as others read it, with what is chosen now, and as it was written. */
export function OthersRead({
  subject,
  excerpts,
  chosen,
}: {
  subject: SubjectDetail;
  excerpts: readonly Excerpt[];
  /** Null where nothing may be changed: as it was decided. */
  chosen: Chosen | null;
}) {
  const t = useTranslations("personalData.others");
  const id = useId();
  const view = (value: "we" | "outside", label: string, icon: "person" | "external") => (
    <>
      <input
        type="radio"
        name={id}
        value={value}
        id={`${id}-${value}`}
        defaultChecked={value === "outside"}
      />
      <label htmlFor={`${id}-${value}`}>
        <Icon name={icon} /> {label}
      </label>
    </>
  );
  return (
    <aside aria-labelledby="anderen" className={styles.side}>
      <div className={styles.head}>
        <h2 id="anderen" className={styles.title}>
          {t("title")}
        </h2>
        <fieldset className={styles.switch}>
          <legend className="visually-hidden">{t("view")}</legend>
          {view("we", t("we"), "person")}
          {view("outside", t("outside"), "external")}
        </fieldset>
      </div>
      <p className={styles.said}>{t("unchanged")}</p>
      {excerpts.length > 0 ? (
        <div className={styles.paper}>
          {excerpts.map(({ title, block, pieces }) => (
            <div key={`${title} ${block}`} className={styles.excerpt}>
              <p className={styles.at}>{t("block", { title, n: block })}</p>
              <p className={styles.outside}>
                {pieces.map((piece, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have their order only
                  <Piece key={i} piece={piece} subject={subject} chosen={chosen} />
                ))}
              </p>
              <p className={styles.we}>
                {pieces.map((piece, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same
                  <Original key={i} piece={piece} subject={subject} />
                ))}
              </p>
            </div>
          ))}
        </div>
      ) : null}
      <dl className={styles.legend}>
        <dt>
          <span className={styles.now}>{t("exampleRole")}</span>
        </dt>
        <dd>{t("legendNow")}</dd>
        <dt>
          <span className={styles.done}>{t("exampleRole")}</span>
        </dt>
        <dd>{t("legendDone")}</dd>
        <dt>
          <span className={styles.open}>{t("exampleOpen")}</span>
        </dt>
        <dd>{t("legendOpen")}</dd>
      </dl>
      <div className={styles.what}>
        <h3 className={styles.whatTitle}>{t("whatTitle")}</h3>
        <p>{t("whatBody")}</p>
      </div>
    </aside>
  );
}

/** A piece as others read it; what is of this one by what is chosen now. */
function Piece({
  piece: { text, find },
  subject,
  chosen,
}: {
  piece: ExcerptPiece;
  subject: SubjectDetail;
  chosen: Chosen | null;
}) {
  if (!find) return plain(text);
  const own = find.subjectId === subject.id;
  const decided =
    own && chosen
      ? {
          kind: find.kind,
          redaction: chosen.redaction,
          role: chosen.role || null,
          code: subject.nextCode,
        }
      : find;
  const stays = own && chosen?.seen.has(find.place) ? chosen.off.has(find.place) : find.stays;
  const words = stays ? null : replacementOf(decided);
  if (words === null && !own) return plain(text);
  return (
    <span className={cx(own ? styles.now : find.redaction === "open" ? styles.open : styles.done)}>
      {words ?? plain(text)}
    </span>
  );
}

/** A piece as it was written. */
function Original({
  piece: { text, find },
  subject,
}: {
  piece: ExcerptPiece;
  subject: SubjectDetail;
}) {
  if (!find) return plain(text);
  return (
    <mark className={find.subjectId === subject.id ? styles.found : styles.other}>
      {plain(text)}
    </mark>
  );
}
