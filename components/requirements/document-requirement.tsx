"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { RequirementRow } from "@/domain/requirements/model";
import styles from "./document.module.css";
import { useDocument } from "./document-context";
import { KindBadge } from "./kind-badge";

const never = () => () => {};

/** A requirement in the document. With scripts one can stand on it by keyboard, and the margin follows. */
export function DocumentRequirement({
  row,
  foot,
  children,
}: {
  row: Pick<RequirementRow, "id" | "code" | "title" | "kind" | "dropped">;
  /** What it rests on, in short. */
  foot: ReactNode;
  /** Its text and what goes with it. */
  children: ReactNode;
}) {
  const t = useTranslations("requirements");
  const { slug, current, choose, toMargin } = useDocument();
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { id, code, title, kind, dropped } = row;
  const here = current?.id === id;

  return (
    <article
      id={code}
      aria-labelledby={`${id}-title`}
      tabIndex={running ? 0 : undefined}
      className={styles.requirement}
      data-current={here || undefined}
      data-dropped={dropped || undefined}
      onFocus={() => choose({ id, code, title })}
    >
      <p className={styles.code}>
        <CodeTag>{code}</CodeTag>
      </p>
      <div className={styles.words}>
        <header className={styles.head}>
          <h3 id={`${id}-title`} className={styles.title}>
            <span className="visually-hidden">{code} </span>
            <TextLink href={addresses.dossier(slug).requirement(id)}>{title}</TextLink>
          </h3>
          <span className={styles.marks}>
            {dropped ? <Badge tone="error">{t("dropped.badge")}</Badge> : null}
            <KindBadge kind={kind} />
          </span>
        </header>
        {children}
        <div className={styles.foot}>
          {foot}
          {running ? (
            <button type="button" className={styles.toMargin} onClick={toMargin}>
              {t("trace.title")}
              <span className="visually-hidden"> {code}</span>
            </button>
          ) : (
            <TextLink href={addresses.dossier(slug).trace(id)}>
              {t("trace.title")}
              <span className="visually-hidden"> {code}</span>
            </TextLink>
          )}
        </div>
      </div>
    </article>
  );
}
