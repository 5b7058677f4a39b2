"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import {
  GROUP_REDACTIONS,
  type GroupRedaction,
  type PersonalSubject,
} from "@/domain/personal-data/model";
import { codeOf, REMOVED } from "@/domain/redaction/rules";
import styles from "./choose-many.module.css";
import parts from "./parts.module.css";
import { useCertaintyWords } from "./subject-words";

/** Gives several one decision: which, what others read, and how many it is about. */
export function ChooseMany({
  subjects,
  ready,
  hidden,
  decide,
}: {
  subjects: readonly PersonalSubject[];
  /** All are put ready. */
  ready: boolean;
  hidden: Record<string, string>;
  decide: FormAction;
}) {
  const t = useTranslations("personalData.many");
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(ready ? subjects.map(({ id }) => id) : []),
  );
  const [redaction, setRedaction] = useState<GroupRedaction>("removed");
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);

  function follow() {
    const form = box.current?.querySelector("form");
    if (!form) return;
    const data = new FormData(form);
    setChosen(new Set(data.getAll("subject").map((word) => String(word).split(":")[0] ?? "")));
    setRedaction(GROUP_REDACTIONS.find((one) => one === data.get("redaction")) ?? "removed");
  }

  function choose(all: boolean) {
    const boxes = box.current?.querySelectorAll<HTMLInputElement>("[name=subject]") ?? [];
    for (const one of boxes) one.checked = all;
    follow();
  }

  const places = subjects
    .filter(({ id }) => chosen.has(id))
    .reduce((sum, subject) => sum + subject.places, 0);
  return (
    <div ref={box} onInput={follow}>
      <ActionForm
        name="personalSubject.decideMany"
        action={decide}
        hidden={hidden}
        submitLabel={null}
        label={t("title")}
      >
        <div className={styles.work}>
          <SubjectBoxes
            subjects={subjects}
            ready={ready}
            chosen={chosen}
            redaction={redaction}
            tools={
              running ? (
                <div className={styles.tools}>
                  <button type="button" className={parts.asLink} onClick={() => choose(true)}>
                    {t("all")}
                  </button>
                  <button type="button" className={parts.asLink} onClick={() => choose(false)}>
                    {t("nothing")}
                  </button>
                </div>
              ) : null
            }
          />
          <div className={styles.decision}>
            <RadioGroup
              name="redaction"
              label={t("legendChoice")}
              defaultValue="removed"
              options={[
                { value: "removed", label: t("removed"), hint: t("removedHint") },
                { value: "code", label: t("code"), hint: t("codeHint") },
                { value: "none", label: t("none"), hint: t("noneHint") },
              ]}
            />
            <p role="status" className={styles.count}>
              {running ? t("count", { count: chosen.size, places }) : ""}
            </p>
            <Button type="submit" variant="primary">
              {t("submit", { count: running ? chosen.size : 0 })}
            </Button>
          </div>
        </div>
      </ActionForm>
    </div>
  );
}

function SubjectBoxes({
  subjects,
  ready,
  chosen,
  redaction,
  tools,
}: {
  subjects: readonly PersonalSubject[];
  ready: boolean;
  chosen: ReadonlySet<string>;
  redaction: GroupRedaction;
  tools: React.ReactNode;
}) {
  const t = useTranslations("personalData.many");
  const list = useTranslations("personalData.list");
  const certainty = useCertaintyWords();
  const { id, state } = useFormScope();
  const kept = state.values && [state.values.subject ?? []].flat();
  const becomes = ({ kind, code }: PersonalSubject): string => {
    if (redaction === "none") return t("stays");
    if (redaction === "removed") return t("becomes", { words: REMOVED[kind] });
    return t("becomes", { words: code === null ? t("newCode") : `[${codeOf(code)}]` });
  };
  return (
    <fieldset className={styles.boxes}>
      <legend className={styles.legend}>{t("legend")}</legend>
      {tools}
      <ul className={styles.list}>
        {subjects.map((subject) => {
          const value = `${subject.id}:${subject.lockVersion}`;
          return (
            <li key={subject.id} className={styles.item}>
              <input
                type="checkbox"
                className={parts.box}
                name="subject"
                value={value}
                id={`${id}-${subject.id}`}
                defaultChecked={kept ? kept.includes(value) : ready}
                aria-describedby={`${id}-${subject.id}-note`}
              />
              <label htmlFor={`${id}-${subject.id}`}>{subject.name}</label>
              <span className={styles.times}>
                {subject.places}
                <span className="visually-hidden"> {list("times")}</span>
              </span>
              <small id={`${id}-${subject.id}-note`} className={styles.said}>
                {certainty(subject)}
                {chosen.has(subject.id) ? ` · ${becomes(subject)}` : null}
              </small>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
