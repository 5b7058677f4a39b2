"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { addresses } from "@/components/addresses";
import { usePageKeys } from "@/components/shell/keys";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { MAX_ROLE } from "@/domain/room/model";
import { NoteList } from "./note-list";
import styles from "./room.module.css";
import { type Taking, useNoteTaking } from "./use-note-taking";

/** Groups that have a digit. */
const DIGITS = 9;

/**
 * For who takes notes: what stands on the screen, and what is said to it. Once the meeting is over: what was written down in
 * it, to correct.
 */
export function NoteTaker({
  going,
  held,
  kinds,
  ...taking
}: Taking & {
  /** Whether the meeting goes on. */
  going: boolean;
  /** When the meeting was held, that is over; null for one that goes on, or for none. */
  held: string | null;
  /** What each kind is called. */
  kinds: Record<ReactionKind, string>;
}) {
  const t = useTranslations("room");
  const { meetingId, statements, groups, notes } = taking;
  const typing = useNoteTaking(taking);
  const { lines, draft, kept, waiting, trouble, error, field, at, now, result } = typing;
  const { setDraft, type, choose, add, remove, edit, editWaiting, drop, go, goOn, current, stop } =
    typing;
  const role = useRef<HTMLInputElement>(null);
  // Typed at a stelling that is not on the screen any more.
  const elsewhere =
    going && !draft.editing && draft.statementId !== null && draft.statementId !== now?.id
      ? placeIn(statements, draft.statementId)
      : null;
  // Of the line in the field a colleague made something else meanwhile.
  const overtaken = draft.editing !== null && current?.lockVersion !== draft.editing.lockVersion;
  // What was half typed when it ended is finished here.
  const writes = going ? now !== undefined : draft.editing !== null || draft.text !== "";
  const here = going ? notes.filter(({ statementId }) => statementId === now?.id) : notes;
  // What the server will not take stands everywhere: its stelling may not be there any more.
  const own = going
    ? lines.filter(({ statementId, refused }) => refused || statementId === now?.id)
    : lines;

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
      choose(digit === "0" ? "" : (group?.id ?? ""));
    } else if (event.code === "KeyR") role.current?.focus();
    else if (!going) return;
    else if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") {
      const last = notes.find(({ statementId }) => statementId === now?.id);
      if (last) void edit(last);
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
            { name: t("keys.role"), keys: ["Alt", "R"] },
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

  if (meetingId === null && lines.length === 0) return null;
  if (typing.elsewhere) {
    return (
      <div className={styles.warning} role="status">
        <p>{t("notes.elsewhere")}</p>
        <Button onClick={typing.takeOver}>{t("notes.takeOver")}</Button>
      </div>
    );
  }
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
      {going && now ? (
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
                {t("projector.next")}{" "}
                <kbd className={styles.keycap}>
                  Alt <Icon name="arrow-down" />
                </kbd>
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
      ) : null}
      {writes ? (
        <>
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
                    onChange={() => choose(id)}
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
                ref={role}
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
              {draft.editing ? t("notes.editHint") : t("notes.textHint")}
            </p>
            <textarea
              id="gezegd"
              ref={field}
              rows={4}
              value={draft.text}
              aria-describedby={error ? "gezegd-hint gezegd-fout" : "gezegd-hint"}
              aria-invalid={error ? true : undefined}
              onChange={({ target }) => type(target.value)}
            />
            {elsewhere === null ? null : (
              <p role="status" className={styles.waits}>
                {t("notes.belongs", { n: elsewhere })}{" "}
                <button
                  type="button"
                  className={styles.textButton}
                  onClick={() => setDraft({ statementId: now?.id ?? null })}
                >
                  {t("notes.moveHere", { n: at + 1 })}
                </button>
              </p>
            )}
            <p id="gezegd-fout" role="alert" className={styles.waits}>
              {error}
            </p>
            {overtaken ? (
              <div className={styles.warning} role="status">
                <p>{current ? t("notes.overtaken") : t("notes.gone")}</p>
                {current ? <blockquote className={styles.now}>{current.text}</blockquote> : null}
                <div className={styles.acts}>
                  <Button size="small" onClick={goOn}>
                    {current ? t("notes.keepMine") : t("notes.addAgain")}
                  </Button>
                  <Button size="small" onClick={stop}>
                    {current ? t("notes.keepTheirs") : t("notes.stop")}
                  </Button>
                </div>
              </div>
            ) : null}
          </div>
          <div className={styles.acts}>
            <Button variant="primary" onClick={add}>
              {draft.editing ? t("notes.save") : t("notes.add")}{" "}
              <kbd className={styles.keycap}>Enter</kbd>
            </Button>
            {draft.editing ? (
              <Button onClick={stop}>{t("notes.stop")}</Button>
            ) : going && here[0] ? (
              <Button onClick={() => here[0] && void edit(here[0])}>
                {t("notes.last")}{" "}
                <kbd className={styles.keycap}>
                  Alt <Icon name="arrow-up" />
                </kbd>
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      <Heading level={2}>
        {going ? t("notes.list", { n: at + 1 }) : (held ?? t("notes.listAll"))}
      </Heading>
      {own.length + here.length === 0 ? (
        <p>{going ? t("notes.empty") : t("notes.emptyAll")}</p>
      ) : null}
      <NoteList
        going={going}
        lines={own}
        notes={here}
        groups={groups}
        kinds={kinds}
        placeOf={(id) => (going || id === null ? null : placeIn(statements, id))}
        onEdit={(one) => void edit(one)}
        onEditWaiting={(line) => void editWaiting(line)}
        onDrop={drop}
        onRemove={(one) => void remove(one)}
      />
    </div>
  );
}

/** The number by which a stelling stands on the screen; null when it was taken from it. */
function placeIn(statements: Taking["statements"], id: string): number | null {
  const found = statements.findIndex((one) => one.id === id);
  return found < 0 ? null : found + 1;
}
