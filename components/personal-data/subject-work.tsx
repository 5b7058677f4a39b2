"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Redaction } from "@/db/vocabulary";
import {
  type Excerpt,
  keyOfPlace,
  type SubjectDetail,
  type SubjectPlaces,
} from "@/domain/personal-data/model";
import { REMOVED } from "@/domain/redaction/rules";
import { OthersRead } from "./others-read";
import { SubjectChoices } from "./subject-choices";
import { SubjectPlaceList } from "./subject-place-list";
import styles from "./work.module.css";
import { WorkKeys } from "./work-keys";

/** What is being chosen, before it is sent. */
export interface Chosen {
  redaction: Exclude<Redaction, "open">;
  role: string;
  /** The places on this page, and those whose tick is off. */
  seen: ReadonlySet<string>;
  off: ReadonlySet<string>;
}

/**
 * One person or thing that was found: what others read in its place, where it stays, and beside it a piece of the text
 * as others read it, which follows the choice at once.
 */
export function SubjectWork({
  slug,
  subject,
  places,
  excerpts,
  head,
  foot,
  undo,
  hidden,
  nextHref,
  decide,
  pages,
}: {
  slug: string;
  subject: SubjectDetail;
  places: SubjectPlaces;
  excerpts: readonly Excerpt[];
  /** Who it is, and whether it is somebody else. */
  head: ReactNode;
  foot: ReactNode;
  /** Takes the last decision back; a form of its own. */
  undo: ReactNode;
  hidden: Record<string, string>;
  /** Skips this one; null when no other is open. */
  nextHref: string | null;
  /** Left out where nothing may be changed. */
  decide?: FormAction;
  /** Through the places, when there are many. */
  pages: ReactNode;
}) {
  const t = useTranslations("personalData");
  const initial = initialChoice(subject, places);
  const [chosen, setChosen] = useState<Chosen>(initial);
  const box = useRef<HTMLDivElement>(null);
  const formId = "beslissing";

  function follow() {
    const form = box.current?.querySelector<HTMLFormElement>(`#${formId}`);
    if (form) setChosen(chosenIn(new FormData(form), initial.redaction));
  }

  // What came back from the browser's own memory, or from a refusal, is chosen as well.
  useEffect(() => {
    const form = box.current?.querySelector<HTMLFormElement>(`#${formId}`);
    if (form) setChosen((now) => chosenIn(new FormData(form), now.redaction));
  }, []);

  const ticked =
    places.ticked +
    places.rows.reduce((sum, place) => {
      const off = chosen.off.has(keyOfPlace(place));
      return sum + (off === place.stays ? 0 : off ? -1 : 1);
    }, 0);
  const replaces = chosen.redaction === "role" || chosen.redaction === "code";
  return (
    <>
      <section aria-labelledby="wie" className={styles.middle} ref={box} onInput={follow}>
        {head}
        {decide ? (
          <ActionForm
            name="personalSubject.decide"
            id={formId}
            of={subject.id}
            action={decide}
            hidden={{ ...hidden, subjectId: subject.id, lockVersion: subject.lockVersion }}
            submitLabel={null}
            label={t("choice.legend")}
            secondary={
              <>
                <Button type="submit" variant="primary">
                  {replaces
                    ? t("submit.role", { count: ticked })
                    : t(`submit.${chosen.redaction === "keep" ? "keep" : "none"}`)}{" "}
                  <kbd className={styles.key}>{t("submit.key")}</kbd>
                </Button>
                {nextHref ? (
                  <ButtonLink href={nextHref} variant="subtle" scroll={false}>
                    {t("skip")} <kbd className={styles.key}>n</kbd>
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            <SubjectChoices subject={subject} initial={initial} onPick={follow} />
            <SubjectPlaceList
              slug={slug}
              places={places}
              muted={!replaces}
              onToggle={follow}
              pages={pages}
            />
          </ActionForm>
        ) : (
          <SubjectPlaceList slug={slug} places={places} muted={false} pages={pages} />
        )}
        {undo}
        {foot}
        <WorkKeys nextHref={nextHref} formId={formId} subjectId={subject.id} />
      </section>
      <OthersRead subject={subject} excerpts={excerpts} chosen={decide ? chosen : null} />
    </>
  );
}

function initialChoice(subject: SubjectDetail, places: SubjectPlaces): Chosen {
  const { kind, redaction, role } = subject;
  return {
    redaction: redaction === "open" ? "role" : redaction,
    role: role ?? REMOVED[kind].slice(1, -1),
    seen: new Set(places.rows.map(keyOfPlace)),
    off: new Set(places.rows.filter(({ stays }) => stays).map(keyOfPlace)),
  };
}

function chosenIn(data: FormData, before: Chosen["redaction"]): Chosen {
  const ticked = new Set(data.getAll("ticked"));
  const seen = data.getAll("seen").map(String);
  const redaction = data.get("redaction");
  return {
    redaction:
      redaction === "role" || redaction === "code" || redaction === "keep" || redaction === "none"
        ? redaction
        : before,
    role: String(data.get("role") ?? "").trim(),
    seen: new Set(seen),
    off: new Set(seen.filter((key) => !ticked.has(key))),
  };
}
