"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useId, useState } from "react";
import { Button, ButtonGroup } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";
import { isNothing } from "@/domain/proposal/model";
import {
  becomesReaction,
  type GroupChoice,
  MAX_SPEAKER,
  type SegmentChange,
  type SegmentRow,
  type StatementChoice,
} from "@/domain/splitting/model";
import { groupOf } from "@/domain/splitting/rules/group";
import { Hint } from "./hint";
import { certaintyOf, KIND_KEYS } from "./kinds";
import styles from "./segment-editor.module.css";

/** What can be done with the chosen segment, and why it is proposed as it is. */
export function SegmentEditor({
  segment,
  unsure,
  statements,
  groups,
  defaultGroupId,
  hasNext,
  hints,
  kindField,
  onChange,
  onKind,
  onAccept,
  onSplit,
  onIrrelevant,
}: {
  segment: SegmentRow;
  unsure: boolean;
  statements: StatementChoice[];
  groups: GroupChoice[];
  /** The group of what has none of its own. */
  defaultGroupId: string | null;
  hasNext: boolean;
  /** Show the letter that does the same beside each button. */
  hints: boolean;
  /** The list of kinds, to be led to. */
  kindField: RefObject<HTMLSelectElement | null>;
  onChange: (change: SegmentChange) => void;
  onKind: (kind: SegmentKind) => void;
  onAccept: () => void;
  onSplit: () => void;
  onIrrelevant: () => void;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  const id = useId();
  const { start, kind } = segment;
  return (
    // The row takes a click as "choose this one"; here it is about a control.
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only stops a click
    <div className={styles.editor} onClick={(event) => event.stopPropagation()}>
      <p className={styles.reason}>
        {t(`reasons.${segment.reason}`)}{" "}
        <span className={styles.certainty}>
          {segment.reason === "byHand" ? null : t(`certainty.${certaintyOf(segment.confidence)}`)}
        </span>
      </p>
      <div className={styles.fields}>
        <div className={styles.field}>
          <label htmlFor={`${id}-kind`}>{t("field.kind")}</label>
          <select
            ref={kindField}
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => onKind(event.target.value as SegmentKind)}
          >
            {SEGMENT_KINDS.map((one) => (
              <option key={one} value={one}>
                {t("field.kindWithKey", { kind: kinds(`input.${one}`), key: KIND_KEYS[one] })}
              </option>
            ))}
          </select>
        </div>
        {isNothing(kind) ? null : kind === "statement" ? (
          <NumberField
            key={`${start}-${segment.statement}`}
            id={`${id}-number`}
            label={t("field.number")}
            value={segment.statement}
            onSave={(statement) =>
              onChange({ type: "moveToStatement", starts: [start], statement })
            }
          />
        ) : (
          <div className={styles.field}>
            <label htmlFor={`${id}-statement`}>{t("field.statement")}</label>
            <select
              id={`${id}-statement`}
              value={segment.statement ?? ""}
              onChange={(event) =>
                onChange({
                  type: "moveToStatement",
                  starts: [start],
                  statement: event.target.value ? Number(event.target.value) : null,
                })
              }
            >
              <option value="">{t("field.noStatement")}</option>
              {statementChoices(statements, segment.statement).map(({ number, text }) => (
                <option key={number} value={number}>
                  {text
                    ? t("field.statementOption", { number, text: shortened(text) })
                    : t("field.statementMissing", { number })}
                </option>
              ))}
            </select>
          </div>
        )}
        {isNothing(kind) || kind === "statement" ? null : (
          <SpeakerField
            key={`${start}-${segment.speaker}`}
            id={`${id}-speaker`}
            label={t("field.speaker")}
            value={segment.speaker ?? ""}
            onSave={(speaker) => onChange({ type: "setSpeaker", start, speaker })}
          />
        )}
        {becomesReaction(kind) && groups.length > 0 ? (
          <div className={cx(styles.field, styles.speaker)}>
            <label htmlFor={`${id}-group`}>
              {t("field.group")} <Hint shown={hints} letter="g" />
            </label>
            <select
              id={`${id}-group`}
              value={segment.groupId ?? ""}
              onChange={(event) =>
                onChange({ type: "setGroup", starts: [start], groupId: event.target.value || null })
              }
            >
              <option value="">
                {t("field.noGroup", {
                  group:
                    groupNamed(
                      groups,
                      groupOf({ ...segment, groupId: null }, groups, defaultGroupId),
                    ) ?? t("group.unknown"),
                })}
              </option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
      </div>
      <ButtonGroup>
        <Button variant="secondary" size="small" onClick={onAccept}>
          <Icon name="check" />
          {segment.decision === "irrelevant"
            ? t("do.keep")
            : unsure
              ? t("do.first", { kind: kinds(`input.${kind}`) })
              : t("do.accept")}
          <Hint shown={hints} letter="a" />
        </Button>
        <Button size="small" onClick={onSplit}>
          {t("do.split")}
          <Hint shown={hints} letter="s" />
        </Button>
        {hasNext ? (
          <Button size="small" onClick={() => onChange({ type: "joinWithNext", start })}>
            {t("do.join")}
            <Hint shown={hints} letter="m" />
          </Button>
        ) : null}
        <Button size="small" onClick={onIrrelevant}>
          {t("do.irrelevant")}
          <Hint shown={hints} letter="x" />
        </Button>
      </ButtonGroup>
    </div>
  );
}

function groupNamed(groups: readonly GroupChoice[], id: string | null): string | undefined {
  return groups.find((group) => group.id === id)?.name;
}

/** The stellingen of the part, and the number that is chosen although there is none with it. */
function statementChoices(
  statements: StatementChoice[],
  chosen: number | null,
): { number: number; text: string | null }[] {
  if (chosen === null || statements.some((one) => one.number === chosen)) return statements;
  return [...statements, { number: chosen, text: null }];
}

/** Long stellingen make a list too wide to read. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 58).trimEnd()}…`;
}

interface SmallField<Value> {
  id: string;
  label: string;
  value: Value;
  onSave: (value: Value) => void;
}

/** Saved on leaving the field and on Enter, never at each letter. */
function SpeakerField({ id, label, value, onSave }: SmallField<string>) {
  const [typed, setTyped] = useState(value);
  const save = () => {
    if (typed.trim() !== value) onSave(typed.trim());
  };
  return (
    <div className={cx(styles.field, styles.speaker)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={typed}
        maxLength={MAX_SPEAKER}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </div>
  );
}

function NumberField({ id, label, value, onSave }: SmallField<number | null>) {
  const [typed, setTyped] = useState(String(value ?? ""));
  const save = () => {
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1 && number !== value) onSave(number);
    else setTyped(String(value ?? ""));
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        value={typed}
        maxLength={4}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </div>
  );
}
