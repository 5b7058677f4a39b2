"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { usePageKeys } from "@/components/shell/keys";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/components/ui/form-state";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { submissionKey } from "@/components/ui/submission-key";
import { troubleOf } from "@/components/ui/trouble";
import { REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { MAX_NOTE, MAX_ROLE, type Note, type RoomScreen } from "@/domain/room/model";
import styles from "./room.module.css";
import { useHeld } from "./use-held";
import { EMPTY, formOf, groupTyped, type Line } from "./waiting";

/** What could not be sent is tried again after so long, and at once when the browser says that there is a connection. */
const AGAIN_MS = 5_000;
/** Groups that have a digit. */
const DIGITS = 9;

type Save = (state: FormState, data: FormData) => Promise<FormState>;

interface Shown {
  statementId: string;
  result: "yes" | "no";
}

/**
 * For who takes notes: what stands on the screen, and what is said to it. Each line waits in this browser, in order and with a
 * key of its own, until the server has it.
 */
export function NoteTaker({
  meetingId,
  statements,
  shown,
  resultShown,
  groups,
  kinds,
  notes,
  note,
  correct,
  takeBack,
  show,
}: Pick<RoomScreen, "statements" | "shown" | "resultShown"> & {
  /** Null once it is over: then only what waits is still sent. */
  meetingId: string | null;
  groups: { id: string; name: string }[];
  /** What each kind is called. */
  kinds: Record<ReactionKind, string>;
  notes: (Note & { time: string })[];
  note: Save;
  correct: Save;
  takeBack: Save;
  show: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("room");
  const { lines, draft, loaded, kept, setLines, setDraft } = useHeld();
  const [wish, setWish] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const busy = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);

  // What somebody asked for here stands until the server has it.
  const found = wish ? statements.findIndex(({ id }) => id === wish.statementId) : shown;
  const at = Math.max(0, found);
  const now = statements[at];
  const result = wish ? wish.result === "yes" : resultShown;
  const waiting = lines.filter(({ refused }) => refused === null);
  const next = waiting[0];

  /** Sends what waits, one after the other: first what the screen must show, then the oldest line. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what waits, and when it is time to try again
  useEffect(() => {
    if (!loaded || busy.current || (!wish && !next)) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    busy.current = true;
    const send = async () => {
      try {
        if (wish) {
          await show(formOf({ ...wish, [SUBMISSION_KEY]: submissionKey() }));
          setWish((latest) => (latest === wish ? null : latest));
        } else if (next) await sendLine(next);
        setTrouble(null);
        busy.current = false;
        setTurn((n) => n + 1);
      } catch (caught) {
        busy.current = false;
        setTrouble(nameOf(caught));
        again = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS);
      }
    };
    void send();
    return () => clearTimeout(again);
  }, [loaded, turn, wish, next?.key]);
  useEffect(() => {
    const online = () => setTurn((n) => n + 1);
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  async function sendLine({ key, refused: _r, ...fields }: Line) {
    const answer = await note({ status: "idle" }, formOf({ ...fields, [SUBMISSION_KEY]: key }));
    // The server could not tell, or failed: it is sent again, and kept once.
    if (answer.reference || answer.perhapsDone) throw new Error(answer.message);
    const why = answer.status === "error" ? reasonOf(answer) : null;
    setLines((all) =>
      why === null
        ? all.filter((one) => one.key !== key)
        : all.map((one) => (one.key === key ? { ...one, refused: why } : one)),
    );
  }

  function reasonOf(answer: FormState): string {
    return Object.values(answer.fields ?? {})[0] ?? answer.message ?? t("notes.refused");
  }

  function add() {
    const typed = groupTyped(draft.text, groups);
    const text = (typed?.text ?? draft.text).trim();
    const groupId = typed?.groupId ?? draft.groupId;
    setError(text === "" ? t("notes.nothing") : null);
    if (text === "" || !now || !meetingId) return field.current?.focus();
    if (draft.editing) return void correctIt({ ...draft.editing, text, groupId });
    const line: Line = {
      ...{ key: submissionKey(), meetingId, statementId: now.id, refused: null },
      ...{ kind: draft.kind, groupId, role: draft.role.trim(), text },
      saidAt: new Date().toISOString(),
    };
    setLines((all) => [...all, line]);
    setDraft({ ...EMPTY, groupId });
    field.current?.focus();
  }

  async function correctIt(fields: Record<string, string | number>) {
    const about = { kind: draft.kind, role: draft.role.trim(), [SUBMISSION_KEY]: submissionKey() };
    await answered(async () => {
      const answer = await correct({ status: "idle" }, formOf({ ...fields, ...about }));
      if (answer.status === "error") return setError(reasonOf(answer));
      setDraft({ ...EMPTY, groupId: draft.groupId });
      field.current?.focus();
    });
  }

  async function remove({ reactionId, number }: Note) {
    if (!window.confirm(t("notes.sure", { number }))) return;
    await answered(async () => {
      const data = formOf({ reactionId, [SUBMISSION_KEY]: submissionKey() });
      const answer = await takeBack({ status: "idle" }, data);
      if (answer.status === "error") setError(reasonOf(answer));
    });
  }

  async function answered(work: () => Promise<void>) {
    try {
      setError(null);
      await work();
      setTrouble(null);
    } catch (caught) {
      setTrouble(nameOf(caught));
    }
  }

  function edit(one: Note) {
    // What stands in the field is a line of its own.
    if (draft.text.trim() !== "" && !draft.editing) add();
    const { kind, text, reactionId, lockVersion } = one;
    const editing = { reactionId, lockVersion };
    setDraft({ kind, text, editing, groupId: one.groupId ?? "", role: one.role ?? "" });
    field.current?.focus();
  }

  function editWaiting(line: Line) {
    if (draft.text.trim() !== "" && !draft.editing) add();
    setLines((all) => all.filter(({ key }) => key !== line.key));
    const { kind, groupId, role, text } = line;
    setDraft({ kind, groupId, role, text, editing: null });
    field.current?.focus();
  }

  function go(to: number, shows: "yes" | "no" = "no") {
    const statement = statements[to];
    if (statement && meetingId) setWish({ statementId: statement.id, result: shows });
  }

  function onKey(event: KeyboardEvent<HTMLDivElement>) {
    const { target } = event;
    const inText = target === field.current;
    if (inText && event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      return add();
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit !== undefined) {
      const group = groups[Number(digit) - 1];
      if (digit !== "0" && !group) return;
      setDraft({ groupId: digit === "0" ? "" : (group?.id ?? "") });
    } else if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") {
      const last = notes.find(({ statementId }) => statementId === now?.id);
      if (last) edit(last);
    } else if (event.code === "KeyU") go(at, result ? "no" : "yes");
    else return;
    event.preventDefault();
  }

  usePageKeys(
    useMemo(
      () => [
        {
          title: t("keys.title"),
          keys: [
            { name: t("keys.group"), keys: ["Alt", "1–9"] },
            { name: t("keys.next"), keys: ["Alt", "↓"] },
            { name: t("keys.result"), keys: ["Alt", "U"] },
            { name: t("keys.last"), keys: ["Alt", "↑"] },
            { name: t("keys.add"), keys: ["Enter"] },
          ],
        },
      ],
      [t],
    ),
  );

  const groupName = (id: string | null) =>
    groups.find((group) => group.id === id)?.name ?? t("notes.unknown");
  const here = notes.filter(({ statementId }) => statementId === now?.id);
  const ownLines = meetingId ? lines.filter(({ statementId }) => statementId === now?.id) : lines;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the fields within
    <div className={styles.taking} onKeyDown={onKey}>
      {waiting.length > 0 || trouble ? (
        <div className={styles.warning} role="status">
          {waiting.length > 0 ? (
            <p>
              <b>{t("notes.waits", { count: waiting.length })}</b>
            </p>
          ) : null}
          <p>
            {trouble === "signedOut"
              ? t("notes.signedOut")
              : trouble === "outdated"
                ? t("notes.outdated")
                : t("notes.waitsBody")}{" "}
            {trouble === "signedOut" ? (
              <TextLink href={addresses.signIn()} target="_blank">
                {t("notes.signIn")}
              </TextLink>
            ) : null}
          </p>
          {kept ? null : <p>{t("notes.unkept")}</p>}
        </div>
      ) : null}
      {meetingId && now ? (
        <>
          <section className={styles.at} aria-label={t("screen.title")}>
            <div className={styles.atHead}>
              <span>{t("projector.of", { n: at + 1, count: statements.length })}</span>
              <span className={styles.step}>
                <Button size="small" disabled={at === 0} onClick={() => go(at - 1)}>
                  {t("projector.previous")}
                </Button>
                <Button
                  size="small"
                  disabled={at === statements.length - 1}
                  onClick={() => go(at + 1)}
                >
                  {t("projector.next")} <kbd className={styles.keycap}>Alt ↓</kbd>
                </Button>
                <Button
                  size="small"
                  aria-pressed={result}
                  onClick={() => go(at, result ? "no" : "yes")}
                >
                  {result ? t("projector.hide") : t("projector.show")}{" "}
                  <kbd className={styles.keycap}>Alt U</kbd>
                </Button>
              </span>
            </div>
            <p aria-live="polite">{now.text}</p>
          </section>
          <fieldset className={styles.speakers}>
            <legend>
              {t("notes.who")} <span>{t("notes.whoHint")}</span>
            </legend>
            <div className={styles.choices}>
              {[...groups, { id: "", name: t("notes.unknown") }].map(({ id, name }, i) => (
                <label key={id}>
                  <input
                    type="radio"
                    name="speaker"
                    value={id}
                    checked={draft.groupId === id}
                    onChange={() => setDraft({ groupId: id })}
                  />
                  {id === "" || i < DIGITS ? (
                    <span aria-hidden="true">{id === "" ? 0 : i + 1}</span>
                  ) : null}
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
          <div className={styles.beside}>
            <p className={styles.field}>
              <label htmlFor="soort">{t("notes.kind")}</label>
              <select
                id="soort"
                value={draft.kind}
                onChange={({ target }) => setDraft({ kind: target.value as ReactionKind })}
              >
                {REACTION_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {kinds[kind]}
                  </option>
                ))}
              </select>
            </p>
            <p className={styles.field}>
              <label htmlFor="rol">
                {t("notes.role")} <span className={styles.hint}>{t("notes.roleHint")}</span>
              </label>
              <input
                id="rol"
                value={draft.role}
                maxLength={MAX_ROLE}
                autoComplete="off"
                onChange={({ target }) => setDraft({ role: target.value })}
              />
            </p>
          </div>
          <div className={styles.field}>
            <label htmlFor="gezegd">{t("notes.text")}</label>
            <p id="gezegd-hint" className={styles.hint}>
              {t("notes.textHint")}
            </p>
            <textarea
              id="gezegd"
              ref={field}
              rows={4}
              value={draft.text}
              maxLength={MAX_NOTE}
              aria-describedby={error ? "gezegd-hint gezegd-fout" : "gezegd-hint"}
              aria-invalid={error ? true : undefined}
              onChange={({ target }) => setDraft({ text: target.value })}
            />
            <p id="gezegd-fout" role="alert" className={styles.waits}>
              {error}
            </p>
          </div>
          <div className={styles.acts}>
            <Button variant="primary" onClick={add}>
              {draft.editing ? t("notes.save") : t("notes.add")}{" "}
              <kbd className={styles.keycap}>Enter</kbd>
            </Button>
            {draft.editing ? (
              <Button onClick={() => setDraft({ ...EMPTY, groupId: draft.groupId })}>
                {t("notes.stop")}
              </Button>
            ) : here[0] ? (
              <Button onClick={() => here[0] && edit(here[0])}>
                {t("notes.last")} <kbd className={styles.keycap}>Alt ↑</kbd>
              </Button>
            ) : null}
          </div>
          <Heading level={2}>{t("notes.list", { n: at + 1 })}</Heading>
        </>
      ) : null}
      {meetingId && ownLines.length + here.length === 0 ? <p>{t("notes.empty")}</p> : null}
      <ul className={styles.list}>
        {ownLines.toReversed().map((line) => (
          <li key={line.key}>
            <span className={styles.meta}>{clock(line.saidAt)}</span>
            <div>
              <p className={styles.meta}>
                <b>{groupName(line.groupId)}</b>,{" "}
                {[kinds[line.kind], line.role].filter(Boolean).join(", ")}
              </p>
              <p>{line.text}</p>
              {line.refused ? <p className={styles.waits}>{line.refused}</p> : null}
            </div>
            <span className={styles.waits}>
              {line.refused ? t("notes.refused") : t("notes.waiting")}
            </span>
            {meetingId ? (
              <div className={styles.lineActs}>
                <button
                  type="button"
                  className={styles.textButton}
                  onClick={() => editWaiting(line)}
                >
                  {t("notes.correct")}
                </button>
              </div>
            ) : null}
          </li>
        ))}
        {here.map((one) => (
          <li key={one.reactionId}>
            <span className={styles.meta}>{one.time}</span>
            <div>
              <p className={styles.meta}>
                <b>{one.group ?? t("notes.unknown")}</b>,{" "}
                {[kinds[one.kind], one.role].filter(Boolean).join(", ")}
              </p>
              <p>{one.text}</p>
            </div>
            <span className={styles.meta}>{t("notes.kept")}</span>
            <div className={styles.lineActs}>
              <button type="button" className={styles.textButton} onClick={() => edit(one)}>
                {t("notes.correct")}
                <span className="visually-hidden"> R-{one.number}</span>
              </button>
              <button type="button" className={styles.textButton} onClick={() => void remove(one)}>
                {t("notes.takeBack")}
                <span className="visually-hidden"> R-{one.number}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The time of a moment on the clock of this browser. */
const clock = (iso: string) =>
  new Date(iso).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

/** What is wrong with a call without an answer. An answer that leads elsewhere is nobody's here: the line waits. */
function nameOf(error: unknown): string {
  try {
    return troubleOf(error).trouble;
  } catch {
    return "refused";
  }
}
