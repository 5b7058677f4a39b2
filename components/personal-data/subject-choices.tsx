"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { one, useField } from "@/components/ui/field";
import { TextField } from "@/components/ui/fields";
import { LONGEST_REASON, LONGEST_ROLE, type SubjectDetail } from "@/domain/personal-data/model";
import { codeOf } from "@/domain/redaction/rules";
import { hasRole } from "./subject-words";
import type { Chosen } from "./subject-work";
import styles from "./work.module.css";

/** Roles that were given before, at most so many to choose from. */
const ROLES_SHOWN = 6;

/** What others read in place of somebody: four choices, each with its key. */
export function SubjectChoices({
  subject,
  initial,
  onPick,
}: {
  subject: SubjectDetail;
  initial: Chosen;
  /** A role was picked by a button. */
  onPick: () => void;
}) {
  const t = useTranslations("personalData.choice");
  const { id, kept } = useField({ name: "redaction" });
  const now = one(kept) ?? initial.redaction;
  const role = hasRole(subject.kind);
  const choice = (
    value: Chosen["redaction"],
    key: string,
    label: ReactNode,
    hint: ReactNode,
    more?: ReactNode,
  ) => (
    <div className={styles.choice}>
      <input
        type="radio"
        name="redaction"
        value={value}
        id={`${id}-${value}`}
        defaultChecked={now === value}
        aria-describedby={`${id}-${value}-note`}
        data-answer={key}
      />
      <label htmlFor={`${id}-${value}`}>
        {label} <kbd className={styles.key}>{key}</kbd>
      </label>
      <p id={`${id}-${value}-note`} className={styles.said}>
        {hint}
      </p>
      {more ? <div className={styles.more}>{more}</div> : null}
    </div>
  );
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t("legend")}</legend>
      {choice(
        "role",
        "1",
        role ? t("role") : t("roleThing"),
        t("roleHint"),
        <>
          <TextField
            name="role"
            label={t("roleField")}
            defaultValue={initial.role}
            maxLength={LONGEST_ROLE}
            autoComplete="off"
          />
          <UsedRoles roles={subject.roles} onPick={onPick} />
        </>,
      )}
      {choice(
        "code",
        "2",
        <>
          {t("code")} <b>{codeOf(subject.nextCode)}</b>
        </>,
        subject.kind === "name" ? t("codeHint") : t("codeHintThing"),
      )}
      {choice(
        "keep",
        "3",
        t("keep"),
        t("keepHint"),
        <TextField
          name="reason"
          label={t("keepField")}
          defaultValue={subject.reason ?? ""}
          maxLength={LONGEST_REASON}
          autoComplete="off"
        />,
      )}
      {choice("none", "4", t("none"), t("noneHint"))}
    </fieldset>
  );
}

/** Roles given before in the dossier: pressed, one is filled in. Without scripts they are read and typed. */
function UsedRoles({ roles, onPick }: { roles: readonly string[]; onPick: () => void }) {
  const t = useTranslations("personalData.choice");
  const box = useRef<HTMLDivElement>(null);
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  if (roles.length === 0) return null;
  function pick(role: string) {
    const field = box.current?.closest("form")?.querySelector<HTMLInputElement>("[name=role]");
    if (!field) return;
    field.value = role;
    field.focus();
    onPick();
  }
  return (
    <div ref={box} className={styles.used}>
      <span className={styles.said}>{t("used")}</span>
      {roles.slice(0, ROLES_SHOWN).map((role) =>
        running ? (
          <button key={role} type="button" className={styles.usedRole} onClick={() => pick(role)}>
            {role}
          </button>
        ) : (
          <span key={role} className={styles.usedRole}>
            {role}
          </span>
        ),
      )}
    </div>
  );
}
