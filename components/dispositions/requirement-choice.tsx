"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { PARAMETERS } from "@/components/addresses";
import { Around, useField } from "@/components/ui/field";
import { useFormScope } from "@/components/ui/form-context";
import { useTypedBefore } from "@/components/ui/use-typed-before";
import type { BesideRequirement } from "@/domain/dispositions/model";
import styles from "./work.module.css";

export interface FoundRequirement {
  id: string;
  code: string;
  title: string;
  text: string;
}

/** Milliseconds after the last letter until is looked. */
const QUIET_MS = 300;

/**
 * The requirements in which a reaction may stand: those that rest on it, and what one looks for. Without scripts
 * the field takes their codes.
 */
export function RequirementChoice({
  code,
  begin,
  requirements,
  search,
  ignored,
}: {
  code: string;
  /** Ticked to begin with. */
  begin: readonly string[];
  requirements: BesideRequirement[];
  search: { words: string; found: FoundRequirement[] | null };
  /** The outcome says that nothing of it stands in a requirement. */
  ignored: boolean;
}) {
  const t = useTranslations("dispositions.form");
  const { id, error } = useField({ name: "requirementIds" });
  const { state } = useFormScope();
  const kept = state.values?.requirementIds;
  const ticked = state.values === undefined ? begin : [kept ?? []].flat();
  // What was ticked among what was found stays when something else is looked for.
  const [added, setAdded] = useState<FoundRequirement[]>([]);
  const known = new Set([...requirements, ...added].map((one) => one.id));
  const found = search.found?.filter((one) => !known.has(one.id)) ?? [];
  return (
    <section className={styles.beside} aria-labelledby={`${id}-title`}>
      <fieldset
        className={styles.requirements}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <legend id={`${id}-title`}>{t("requirements")}</legend>
        <p className={styles.said}>{ignored ? t("ignored") : t("requirementsHint")}</p>
        <Around id={id} error={error} />
        <SearchRequirement id={id} words={search.words} />
        {search.found ? (
          <p role="status" className={styles.said}>
            {t("found", { count: search.found.length })}
          </p>
        ) : null}
        <ul className={styles.cards}>
          {added.map((one) => (
            <Card key={one.id} requirement={one} why={t("chosen")} checked />
          ))}
          {found.map((one) => (
            <Card
              key={one.id}
              requirement={one}
              checked={ticked.includes(one.id)}
              onTick={() => setAdded((now) => [...now, one])}
            />
          ))}
          {requirements.map((one) => (
            <Card
              key={one.id}
              requirement={one}
              why={
                one.direct
                  ? t("direct", { code })
                  : one.via.length > 0
                    ? t("via", { codes: one.via.map((number) => `K-${number}`).join(", ") })
                    : t("named")
              }
              checked={ticked.includes(one.id)}
            />
          ))}
        </ul>
        {requirements.length === 0 && found.length + added.length === 0 ? (
          <p className={styles.said}>{t("noRequirements")}</p>
        ) : null}
        {requirements.some((one) => !one.direct) ? (
          <p className={styles.said}>{t("viaNote")}</p>
        ) : null}
      </fieldset>
    </section>
  );
}

function Card({
  requirement,
  why,
  checked,
  onTick,
}: {
  requirement: FoundRequirement;
  why?: string;
  checked: boolean;
  onTick?: () => void;
}) {
  const { id: formId } = useFormScope();
  const id = `${formId}-eis-${requirement.id}`;
  return (
    <li className={styles.card}>
      <input
        type="checkbox"
        name="requirementIds"
        value={requirement.id}
        id={id}
        defaultChecked={checked}
        aria-describedby={`${id}-text`}
        onChange={(event) => {
          if (event.currentTarget.checked) onTick?.();
        }}
      />
      <label htmlFor={id}>
        <b>{requirement.code}</b> {requirement.title}
      </label>
      <div id={`${id}-text`}>
        <p>{requirement.text}</p>
        {why ? <p className={styles.said}>{why}</p> : null}
      </div>
    </li>
  );
}

/** Looks for a requirement while one types; the address says by what. */
function SearchRequirement({ id, words }: { id: string; words: string }) {
  const t = useTranslations("dispositions.form");
  const codes = useField({ name: "requirementCodes", optional: true });
  const router = useRouter();
  const pathname = usePathname();
  const asked = useSearchParams();
  const [running, setRunning] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setRunning(true);
    return () => clearTimeout(timer.current);
  }, []);
  useTypedBefore(codes.id);

  function look(typed: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const next = new URLSearchParams(asked);
      if (typed.trim()) next.set(PARAMETERS.search, typed.trim());
      else next.delete(PARAMETERS.search);
      router.replace(`${pathname}?${next}`, { scroll: false });
    }, QUIET_MS);
  }

  return (
    <div className={styles.search}>
      <label htmlFor={codes.id}>{t("search")}</label>
      <Around id={codes.id} error={codes.error} />
      <input
        id={codes.id}
        // With scripts it only looks: what counts is what is ticked.
        name={running ? undefined : "requirementCodes"}
        type="search"
        defaultValue={words}
        autoComplete="off"
        data-requirement=""
        aria-describedby={
          [codes.error ? `${codes.id}-error` : "", running ? "" : `${id}-plain`]
            .filter(Boolean)
            .join(" ") || undefined
        }
        className="utrecht-textbox utrecht-textbox--html-input"
        onChange={(event) => look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
      />
      <noscript>
        <p id={`${id}-plain`} className={styles.said}>
          {t("searchPlain")}
        </p>
      </noscript>
    </div>
  );
}
