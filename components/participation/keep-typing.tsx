"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./reacting.module.css";

/** Milliseconds of quiet before what was typed is saved. */
const QUIET_MS = 600;
/** From so few signs left on they are counted aloud. */
const FEW_SIGNS = 200;

/** What could not be sent is tried again after so long, and at once when the browser says that there is a connection. */
const AGAIN_MS = 5_000;

/** What the server says of words that it cannot keep: whoever reacts on this device is another, or nobody. */
const REFUSED = 422;

interface Answer {
  location: string;
  /** The numbers of the drafts as they are now, by the number of their question. */
  seen: Record<string, number>;
  /** HH:MM; null when nothing is kept. */
  saved: string | null;
}

/**
 * Around a form of somebody who reacts, which works without this: saves what is typed after a moment of quiet, and when
 * there is no connection keeps it on the screen and says so. *Bewaard* is said only after the server did.
 */
export function KeepTyping({
  address,
  saved: first,
  children,
}: {
  address: string;
  /** When it was last saved; null for never. */
  saved: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("participation.keep");
  const [saved, setSaved] = useState(first);
  const [lost, setLost] = useState<"offline" | "refused" | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was last tried, for when it did not arrive. */
  const tried = useRef<{ form: HTMLFormElement; go: string } | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const alert = useRef<HTMLDivElement>(null);
  const around = useRef<HTMLDivElement>(null);

  useEffect(() => () => clearTimeout(timer.current), []);
  // Somebody who types quicker than the page wakes up is heard too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before
  useEffect(() => {
    const form = around.current?.querySelector("form");
    if (!form || ![...form.elements].some(isChanged)) return;
    setSaved(null);
    timer.current = setTimeout(() => void send(form, "stay"), QUIET_MS);
  }, []);
  useEffect(() => {
    if (lost) alert.current?.focus();
  }, [lost]);
  // What did not arrive goes by itself: sent twice it is the same answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as the connection is away
  useEffect(() => {
    if (lost !== "offline") return;
    const again = () => {
      const { form, go } = tried.current ?? {};
      if (form && go) void sendAndGo(form, go);
    };
    const clock = setInterval(again, AGAIN_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(clock);
      window.removeEventListener("online", again);
    };
  }, [lost]);

  /** One after the other: the second must know the number that the first gave. */
  function send(form: HTMLFormElement, go: string): Promise<Answer | null> {
    clearTimeout(timer.current);
    tried.current = { form, go };
    const next = turn.current.then(async () => {
      try {
        const body = new FormData(form);
        body.set("go", go);
        const headers = { accept: "application/json" };
        const answer = await fetch(address, { method: "POST", body, headers });
        if (answer.status === REFUSED) {
          setLost("refused");
          return null;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        const said = (await answer.json()) as Answer;
        for (const [n, number] of Object.entries(said.seen)) {
          const field = form.elements.namedItem(`seen.${n}`);
          if (field instanceof HTMLInputElement) field.value = String(number);
        }
        setSaved(said.saved);
        setLost(null);
        tried.current = null;
        return said;
      } catch {
        setLost("offline");
        return null;
      }
    });
    turn.current = next;
    return next;
  }

  function typing(event: FormEvent<HTMLDivElement>) {
    const field = event.target as HTMLTextAreaElement;
    const most = Number(field.dataset.most);
    if (most) setLeft(most - [...field.value].length);
    const form = field.form;
    // What stands there now is not saved yet.
    setSaved(null);
    clearTimeout(timer.current);
    // What was pressed before and did not arrive still stands.
    const go = tried.current?.go ?? "stay";
    if (form) timer.current = setTimeout(() => void sendAndGo(form, go), QUIET_MS);
  }

  function submit(event: FormEvent<HTMLDivElement>) {
    const form = event.target as HTMLFormElement;
    const { submitter } = event.nativeEvent as SubmitEvent;
    event.preventDefault();
    void sendAndGo(form, submitter instanceof HTMLButtonElement ? submitter.value : "next");
  }

  async function sendAndGo(form: HTMLFormElement, go: string) {
    const answer = await send(form, go);
    if (answer && go !== "stay") window.location.assign(answer.location);
  }

  return (
    <div ref={around} onInput={typing} onSubmit={submit} className={styles.keeping}>
      {lost ? (
        <div ref={alert} role="alert" tabIndex={-1} className={styles.warning}>
          <p>
            <b>{lost === "refused" ? t("refusedTitle") : t("lostTitle")}</b>
          </p>
          <p>{lost === "refused" ? t("refused") : t("lost")}</p>
        </div>
      ) : null}
      {children}
      <p role="status" className={styles.state}>
        {lost ? t("unsaved") : saved ? t("saved", { time: saved }) : ""}
        {left !== null && left < FEW_SIGNS
          ? ` ${left < 0 ? t("over", { count: -left }) : t("left", { count: left })}`
          : ""}
      </p>
    </div>
  );
}

/** Whether a field holds something else than the page came with. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === "radio" || field.type === "checkbox")
    return field.checked !== field.defaultChecked;
  return field.type === "text" && field.value !== field.defaultValue;
}
