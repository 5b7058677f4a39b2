"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { CurrentBeside } from "@/components/ui/current-beside";
import { cx } from "@/components/ui/cx";
import { Around, one, useField } from "@/components/ui/field";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import {
  type BesideRequirement,
  MAX_PLACE,
  MAX_REASON,
  type SimilarReaction,
} from "@/domain/dispositions/model";
import { asksAnswer, IN_REQUIREMENT, WITH_REASON } from "@/domain/dispositions/rules";
import type { ReactionDetail } from "@/domain/reactions/model";
import { FORM_ID } from "./form-id";
import { OutcomeShape } from "./outcome-shape";
import { ReasonChoice } from "./reason-choice";
import { type FoundRequirement, RequirementChoice } from "./requirement-choice";
import { SimilarChoice } from "./similar-choice";
import styles from "./work.module.css";
import { WorkKeys } from "./work-keys";

/** What the form begins with: what stands, or what follows from the links. */
export interface Begin {
  lockVersion: number;
  outcome: Outcome | null;
  reason: string;
  place: string;
  requirementIds: string[];
  /** Numbers of the other reactions that have this reason. */
  sharedWith: number[];
  /** Codes of the requirements from which the proposal follows; empty when there is none. */
  proposedBy: string[];
}

/** The answer to one reaction, with the requirements it may stand in beside it. */
export function AnswerForm({
  record,
  reaction,
  begin,
  requirements,
  similar,
  reasons,
  search,
  hidden,
  head,
  links,
}: {
  record: FormAction;
  reaction: Pick<ReactionDetail, "id" | "number" | "kind">;
  begin: Begin;
  requirements: BesideRequirement[];
  /** Reactions that may say the same. */
  similar: SimilarReaction[];
  /** Reasons of before, of who answers. */
  reasons: readonly { outcome: Outcome; reason: string }[];
  /** What a requirement was looked for by, and what was found. */
  search: { words: string; found: FoundRequirement[] | null };
  hidden: Record<string, string>;
  head: ReactNode;
  links: { previous: string | null; next: string | null };
}) {
  const t = useTranslations("dispositions");
  const box = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState(begin.outcome);
  const [count, setCount] = useState(1);
  // What came back from the browser's own memory is chosen as well.
  useEffect(() => {
    const form = box.current?.querySelector<HTMLFormElement>(`#${FORM_ID}`);
    if (!form) return;
    setOutcome((now) => chosenIn(form) ?? now);
    setCount(countIn(form));
  }, []);
  const asks = asksAnswer(reaction.kind);
  const needsReason = asks || (outcome !== null && WITH_REASON.includes(outcome));
  return (
    <div
      ref={box}
      className={styles.answer}
      onInput={() => {
        const form = box.current?.querySelector<HTMLFormElement>(`#${FORM_ID}`);
        if (!form) return;
        setOutcome(chosenIn(form));
        setCount(countIn(form));
      }}
    >
      <ActionForm
        name="disposition.record"
        id={FORM_ID}
        of={reaction.id}
        action={record}
        hidden={{ ...hidden, reactionId: reaction.id }}
        submitLabel={null}
        label={t("facts.answer", { code: `R-${reaction.number}` })}
      >
        <div className={styles.columns}>
          <div className={styles.middle}>
            {head}
            <CurrentBeside
              lockVersion={begin.lockVersion}
              fields={[
                {
                  name: "outcome",
                  label: t("form.outcome"),
                  options: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
                },
                { name: "reason", label: asks ? t("form.answer") : t("form.reason") },
                { name: "place", label: t("form.place") },
              ]}
            />
            <OutcomeChoice begin={begin} />
            <div className={styles.place}>
              <TextField
                name="place"
                label={t("form.place")}
                hint={t("form.placeHint")}
                defaultValue={begin.place}
                maxLength={MAX_PLACE}
                autoComplete="off"
              />
            </div>
            <TextareaField
              name="reason"
              label={asks ? t("form.answer") : t("form.reason")}
              hint={t("form.reasonHint")}
              optional={!needsReason}
              defaultValue={begin.reason}
              counter={MAX_REASON}
              rows={3}
              data-reason=""
            />
            {outcome && !asks ? <ReasonChoice outcome={outcome} own={reasons} /> : null}
            <SharedReason sharedWith={begin.sharedWith} />
            <SimilarChoice similar={similar} />
            <div className={styles.bar}>
              <Button type="submit" variant="primary">
                {links.next ? t("form.submitNext", { count }) : t("form.submit", { count })}{" "}
                <kbd className={styles.key}>{t("form.key")}</kbd>
              </Button>
              {links.next ? (
                <ButtonLink href={links.next} variant="subtle" scroll={false}>
                  {t("form.skip")} <kbd className={styles.key}>O</kbd>
                </ButtonLink>
              ) : null}
              <span className={styles.said}>{t("form.own")}</span>
            </div>
          </div>
          <RequirementChoice
            code={`R-${reaction.number}`}
            begin={begin.requirementIds}
            requirements={requirements}
            search={search}
            ignored={outcome !== null && !IN_REQUIREMENT.includes(outcome)}
          />
        </div>
      </ActionForm>
      <WorkKeys links={links} reactionId={reaction.id} />
    </div>
  );
}

function chosenIn(form: HTMLFormElement): Outcome | null {
  const value = new FormData(form).get("outcome");
  return OUTCOMES.find((outcome) => outcome === value) ?? null;
}

/** How many reactions get the answer. */
const countIn = (form: HTMLFormElement): number => 1 + new FormData(form).getAll("also").length;

/** Codes that are named of who shares a reason. */
const NAMED = 8;

/** Who changes a reason that others have too says where. */
function SharedReason({ sharedWith }: { sharedWith: number[] }) {
  const t = useTranslations("dispositions.shared");
  if (sharedWith.length === 0) return null;
  const named = sharedWith.slice(0, NAMED).map((number) => `R-${number}`);
  const codes = [...named, ...(sharedWith.length > NAMED ? ["…"] : [])].join(", ");
  const count = sharedWith.length + 1;
  return (
    <RadioGroup
      name="sharing"
      label={t("ask", { count })}
      hint={t("title", { codes })}
      optional
      inline
      options={[
        { value: "here", label: t("here") },
        { value: "all", label: t("all", { count }) },
      ]}
    />
  );
}

/** Six outcomes, each with its shape and its key. */
function OutcomeChoice({ begin }: { begin: Begin }) {
  const t = useTranslations("dispositions");
  const { id, error, kept } = useField({ name: "outcome" });
  const now = one(kept) ?? begin.outcome;
  return (
    <fieldset className={styles.outcomes} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t("form.outcome")}</legend>
      {begin.proposedBy.length > 0 ? (
        <p className={styles.proposal}>
          {t("form.proposal", { codes: begin.proposedBy.join(", ") })}
        </p>
      ) : null}
      <Around id={id} error={error} />
      <div className={styles.choices}>
        {OUTCOMES.map((outcome, index) => {
          const own = index === 0 ? id : `${id}-${outcome}`;
          return (
            <label key={outcome} htmlFor={own} className={cx(styles.choice)}>
              <input
                type="radio"
                name="outcome"
                id={own}
                value={outcome}
                defaultChecked={now === outcome}
                data-outcome={index + 1}
              />
              <OutcomeShape outcome={outcome} />
              <span>{t(`outcome.${outcome}`)}</span>
              <kbd className={styles.key}>{index + 1}</kbd>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
