"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { useRunning } from "@/components/ui/use-running";
import type { ThingFault, Verdict } from "@/domain/editions/model";
import { firstChange, verifyEdition } from "@/domain/editions/rules";
import { formatDate } from "@/domain/kernel/dates";
import { hashed } from "./hashed";
import { Kenmerk } from "./kenmerk";
import styles from "./verify.module.css";

/** An edition that was published here. */
export interface Known {
  number: string;
  sha256: string;
  withdrawn: boolean;
  /** Whether it is the one that holds. */
  holds: boolean;
}

interface Checked {
  id: number;
  file: string;
  verdict: Verdict;
  /** That one here, when there is one with its kenmerk. */
  known: Known | undefined;
  /** Where it first differs from the one here with its number. */
  change: ReturnType<typeof firstChange>;
}

/** Checks editions in the browser: what is chosen goes nowhere. */
export function VerifyFiles({
  known,
  data,
}: {
  known: Known[];
  /** The address of the edition that is meant, as its file. */
  data: string | null;
}) {
  const t = useTranslations("editions.verify");
  // Before the page has come to life, and without scripts, what one chooses would be lost.
  const running = useRunning();
  const [checked, setChecked] = useState<Checked[]>([]);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function check(files: { name: string; text: () => Promise<string> }[]) {
    setState("busy");
    try {
      const found: Checked[] = [];
      for (const file of files) found.push(await checkOne(file.name, await file.text()));
      setChecked((before) => [...found, ...before]);
      setState("idle");
    } catch {
      setState("failed");
    }
  }

  async function checkOne(file: string, text: string): Promise<Checked> {
    const edition = parsed(text);
    const verdict = await hashed((hash) => verifyEdition(edition, hash));
    const here = known.find(({ sha256 }) => sha256 === verdict.sha256);
    const sameNumber = known.find(({ number }) => number === verdict.number);
    // Whole by itself, and yet another than the one that was published under its number.
    if (verdict.state === "whole" && sameNumber && !here) {
      verdict.state = "changed";
      verdict.faults.push({ what: "published" });
      verdict.count++;
    }
    const original = verdict.state === "changed" && data ? await fetched(data) : null;
    const change = original === null ? null : firstChange(parsed(original), edition);
    return { id: Date.now() + Math.random(), file, verdict, known: here, change };
  }

  return (
    <div className={styles.verify}>
      <label className={styles.choose}>
        <b>{t("choose")}</b>
        <span className="muted">{t("chooseHint")}</span>
        <input
          type="file"
          disabled={!running}
          accept=".json,application/json"
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length > 0) void check(files);
          }}
        />
      </label>
      {data ? (
        <div>
          <Button
            variant="secondary"
            disabled={!running}
            onClick={() => void check([{ name: fileName(data), text: () => fetched(data) }])}
          >
            {t("online")}
          </Button>
        </div>
      ) : null}
      <div role="status" className={styles.results}>
        {state === "busy" ? <p>{t("busy")}</p> : null}
        {state === "failed" ? <p>{t("failed")}</p> : null}
        {checked.map((one) => (
          <Result key={one.id} {...one} all={known} />
        ))}
      </div>
    </div>
  );
}

const fileName = (address: string) => address.split("/").slice(-2).join("/");

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("the edition did not come");
  return answer.text();
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function Result({ file, verdict, known, change, all }: Checked & { all: Known[] }) {
  const t = useTranslations("editions.verify");
  const locale = useLocale();
  const { state, number, dossier, decidedOn, previous, checked, faults, count, sha256 } = verdict;
  const holding = all.find(({ holds }) => holds);
  const older = known !== undefined && !known.holds && holding !== undefined;
  const [icon, title]: [IconName, string] =
    state === "unreadable"
      ? ["error", t("unreadable")]
      : state === "changed"
        ? ["error", t("changed")]
        : known?.withdrawn
          ? ["warning", t("withdrawn")]
          : older
            ? ["info", t("newer")]
            : ["check", t("whole")];
  if (state === "unreadable") {
    return (
      <section className={styles.bad}>
        <h2>
          <Icon name={icon} /> {title}
        </h2>
        <p>
          {file}. {t("none")}
        </p>
      </section>
    );
  }
  const date = decidedOn === "" ? "" : formatDate(decidedOn, locale);
  return (
    <section className={state === "whole" ? styles.good : styles.bad}>
      <h2>
        <Icon name={icon} /> {title}
      </h2>
      <p>{t("of", { file, number, dossier, date })}</p>
      <p>
        {state === "whole" ? t("unchanged") : t("use", { count })}{" "}
        {state === "whole" && older ? t("holds", { number: holding.number }) : null}
      </p>
      {state === "changed" ? (
        <ul>
          {faults.map((fault, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no name, and never change place
            <li key={i}>
              <Fault fault={fault} />
            </li>
          ))}
          {count > faults.length ? <li>{t("more", { count: count - faults.length })}</li> : null}
        </ul>
      ) : (
        <ul className={styles.facts}>
          <li>{known ? t("published") : t("unknown")}</li>
          <li>
            {t("things")} <span>{checked.things}</span>
          </li>
          <li>
            {t("quotes")} <span>{checked.quotes}</span>
          </li>
          <li>
            {t("links")} <span>{checked.links}</span>
          </li>
          {previous ? <li>{t("follows", { number, previous: previous.number })}</li> : null}
        </ul>
      )}
      {change ? (
        <dl className={styles.change}>
          <dt>{t("here", { where: change.where, at: change.at })}</dt>
          <dd>…{change.after}…</dd>
          <dt>{t("there")}</dt>
          <dd>…{change.before}…</dd>
        </dl>
      ) : null}
      <p className="muted small">{t("kenmerk")}</p>
      <Kenmerk sha256={sha256} whole />
    </section>
  );
}

function Fault({ fault: { section, key, field, what, at } }: { fault: ThingFault }) {
  const t = useTranslations("editions.verify");
  const where = [key ?? section ?? t("edition"), field].filter(Boolean).join(", ");
  return (
    <>
      <b>
        {where}
        {at === undefined ? null : t("at", { at })}
      </b>
      : {t(`faults.${what}`)}
    </>
  );
}
