"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/components/ui/form-state";
import { submissionKey } from "@/components/ui/submission-key";
import { troubleOf } from "@/components/ui/trouble";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { MAX_NOTE, type Note, type RoomScreen } from "@/domain/room/model";
import { useHeld } from "./use-held";
import { type Draft, EMPTY, formOf, groupTyped, type Line, type TimedNote } from "./waiting";

/** What could not be sent is tried again after so long, and at once when the browser says that there is a connection. */
const AGAIN_MS = 5_000;

type Save = (state: FormState, data: FormData) => Promise<FormState>;

export interface Taking extends Pick<RoomScreen, "statements" | "shown" | "resultShown"> {
  /** The one that goes on, or else the last one: what was typed in it is still sent, and corrected. Null for none. */
  meetingId: string | null;
  groups: { id: string; name: string }[];
  /** What the server has, the newest first. */
  notes: readonly TimedNote[];
  note: Save;
  correct: Save;
  takeBack: Save;
  show: (data: FormData) => Promise<void>;
}

interface Shown {
  statementId: string;
  result: "yes" | "no";
}

/**
 * What is said and what stands on the screen, from this page to the server: each line waits in this browser, in order and with
 * a key of its own, until the server has it.
 */
export function useNoteTaking({
  meetingId,
  statements,
  shown,
  resultShown,
  groups,
  notes,
  note,
  correct,
  takeBack,
  show,
}: Taking) {
  const t = useTranslations("room");
  const router = useRouter();
  const { lines, draft, loaded, kept, elsewhere, takeOver, setLines, setDraft } = useHeld();
  const [wish, setWish] = useState<Shown | null>(null);
  const answeredWish = useRef<Shown | null>(null);
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
  const editing = draft.editing?.reactionId;
  // What the server has now of the line that stands in the field.
  const current = notes.find(({ reactionId }) => reactionId === editing);
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);

  // The server has it: what the page says from its next answer on holds again, and until then what was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer brings its stellingen anew
  useEffect(() => {
    setWish((latest) => (latest === answeredWish.current ? null : latest));
  }, [statements]);

  /** Sends what waits, one after the other: first what the screen must show, then the oldest line. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what waits, and when it is time to try again
  useEffect(() => {
    const unsent = wish === answeredWish.current ? null : wish;
    if (!loaded || busy.current || (!unsent && !next)) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    busy.current = true;
    const send = async () => {
      try {
        if (unsent) {
          await show(formOf({ ...unsent, [SUBMISSION_KEY]: submissionKey() }));
          answeredWish.current = unsent;
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

  async function sendLine({ key, refused: _r, tried: _t, ...fields }: Line) {
    setLines((all) => all.map((one) => (one.key === key ? { ...one, tried: true } : one)));
    const answer = await note({ status: "idle" }, formOf({ ...fields, [SUBMISSION_KEY]: key }));
    // The server could not tell, or failed: it is sent again, and kept once.
    if (answer.reference || answer.perhapsDone) throw new Error(answer.message);
    const why = answer.status === "error" ? reasonOf(answer) : null;
    setLines((all) =>
      why === null
        ? all.filter((one) => one.key !== key)
        : // It has none of it.
          all.map((one) => (one.key === key ? { ...one, refused: why, tried: false } : one)),
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
    if (text === "") return field.current?.focus();
    // Never cut without a word.
    if (text.length > MAX_NOTE) {
      setError(t("notes.tooLong", { count: text.length, limit: MAX_NOTE }));
      return field.current?.focus();
    }
    if (draft.editing) return void correctIt(draft.editing, { ...draft, text, groupId });
    // Said to the stelling that was on the screen when somebody began to write it down.
    const statementId = draft.statementId ?? now?.id;
    if (!statementId || !meetingId) return field.current?.focus();
    const line: Line = {
      ...{ key: submissionKey(), meetingId, statementId, refused: null, tried: false },
      ...{ kind: draft.kind, groupId, role: roleIn(groupId).trim(), text },
      saidAt: new Date().toISOString(),
    };
    setLines((all) => [...all, line]);
    setDraft({ ...EMPTY, groupId, role: roleIn(groupId) });
    field.current?.focus();
  }

  /** @returns whether the server has it. */
  async function correctIt(
    { reactionId, lockVersion }: { reactionId: string; lockVersion: number },
    { text, groupId, kind, role }: Pick<Draft, "text" | "groupId" | "kind" | "role">,
  ): Promise<boolean> {
    const about = { text, groupId, kind, role: role.trim(), [SUBMISSION_KEY]: submissionKey() };
    let kept = false;
    await answered(async () => {
      const answer = await correct(
        { status: "idle" },
        formOf({ reactionId, lockVersion, ...about }),
      );
      if (answer.status === "error") {
        // Somebody else may have corrected it, or taken it away: that is told with what it is now.
        router.refresh();
        return setError(reasonOf(answer));
      }
      kept = true;
      setDraft({ ...EMPTY, groupId: draft.groupId });
      field.current?.focus();
    });
    return kept;
  }

  /** Before something else comes in the field: what stands there is a line of its own, or a correction, and is not lost. */
  async function leaveField(): Promise<boolean> {
    const text = draft.text.trim();
    if (!draft.editing) {
      if (text !== "") add();
      return text === "" || meetingId !== null;
    }
    const { reactionId } = draft.editing;
    const was = notes.find((one) => one.reactionId === reactionId);
    const same =
      was?.text === text &&
      was.kind === draft.kind &&
      (was.groupId ?? "") === draft.groupId &&
      (was.role ?? "") === draft.role.trim();
    if (text === "" || same) return true;
    return correctIt(draft.editing, { ...draft, text });
  }

  async function remove({ reactionId, number, lockVersion }: Note) {
    if (!window.confirm(t("notes.sure", { number }))) return;
    await answered(async () => {
      const data = formOf({ reactionId, lockVersion, [SUBMISSION_KEY]: submissionKey() });
      const answer = await takeBack({ status: "idle" }, data);
      if (answer.status === "error") {
        router.refresh();
        setError(reasonOf(answer));
      }
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

  async function edit(one: Note) {
    if (!(await leaveField())) return field.current?.focus();
    const { kind, text, reactionId, lockVersion, statementId } = one;
    const about = { kind, text, statementId, groupId: one.groupId ?? "", role: one.role ?? "" };
    setDraft({ ...about, editing: { reactionId, lockVersion } });
    field.current?.focus();
  }

  /** Not of a line that was on its way: the server may have it, and under another key it would stand there twice. */
  async function editWaiting(line: Line) {
    // Taken out at once: it must not leave while what stands in the field is kept.
    setLines((all) => all.filter(({ key }) => key !== line.key));
    if (!(await leaveField())) {
      setLines((all) => [...all, line]);
      return field.current?.focus();
    }
    const { kind, groupId, role, text } = line;
    // A stelling that was taken away meanwhile: to the one that is on the screen.
    const there = statements.some(({ id }) => id === line.statementId);
    const statementId = there ? line.statementId : (now?.id ?? null);
    setDraft({ kind, groupId, role, text, statementId, editing: null });
    field.current?.focus();
  }

  /** Of a line that the server will not take. */
  function drop({ key }: Line) {
    if (window.confirm(t("notes.sureDrop")))
      setLines((all) => all.filter((one) => one.key !== key));
  }

  /** What is typed belongs to the stelling at which it began. */
  function type(text: string) {
    const begun = draft.text === "" ? now?.id : draft.statementId;
    setDraft({ text, statementId: text === "" && !draft.editing ? null : (begun ?? null) });
  }

  const choose = (groupId: string) => setDraft({ groupId, role: roleIn(groupId) });

  /** The role with a group: what somebody typed, or else in what role one of that group spoke last. */
  function roleIn(groupId: string): string {
    if (groupId === draft.groupId) return draft.role;
    const typed = draft.role !== "" && draft.role !== lastRoleIn(draft.groupId);
    return typed ? draft.role : lastRoleIn(groupId);
  }

  function lastRoleIn(groupId: string): string {
    const line = lines.findLast((one) => one.groupId === groupId && one.role !== "");
    return (line ?? notes.find((one) => (one.groupId ?? "") === groupId && one.role))?.role ?? "";
  }

  function go(to: number, shows: "yes" | "no" = "no") {
    const statement = statements[to];
    if (statement && meetingId) setWish({ statementId: statement.id, result: shows });
  }

  /** Goes on with what stands in the field, over what a colleague made of the line meanwhile; as a new line where they took it away. */
  function goOn() {
    setError(null);
    setDraft(
      current
        ? { editing: { reactionId: current.reactionId, lockVersion: current.lockVersion } }
        : { editing: null },
    );
    field.current?.focus();
  }

  return {
    ...{ lines, draft, kept, waiting, trouble, error, field, at, now, result, current, goOn },
    ...{ elsewhere, takeOver },
    ...{ setDraft, type, choose, add, remove, edit, editWaiting, drop, go },
    stop: () => setDraft({ ...EMPTY, groupId: draft.groupId }),
  };
}

/** What is wrong with a call without an answer. An answer that leads elsewhere is nobody's here: the line waits. */
function nameOf(error: unknown): string {
  try {
    return troubleOf(error).trouble;
  } catch {
    return "refused";
  }
}
