"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/components/ui/form-state";
import { submissionKey } from "@/components/ui/submission-key";
import { troubleOf } from "@/components/ui/trouble";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import type { Note, RoomScreen } from "@/domain/room/model";
import { useHeld } from "./use-held";
import { EMPTY, formOf, groupTyped, type Line } from "./waiting";

/** What could not be sent is tried again after so long, and at once when the browser says that there is a connection. */
const AGAIN_MS = 5_000;

type Save = (state: FormState, data: FormData) => Promise<FormState>;

export interface Taking extends Pick<RoomScreen, "statements" | "shown" | "resultShown"> {
  /** The one that goes on, or else the last one: what was typed in it is still sent, and corrected. Null for none. */
  meetingId: string | null;
  groups: { id: string; name: string }[];
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
  note,
  correct,
  takeBack,
  show,
}: Taking) {
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
  const editing = draft.editing?.reactionId;
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);

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
    if (text === "") return field.current?.focus();
    if (draft.editing) return void correctIt({ ...draft.editing, text, groupId });
    if (!now || !meetingId) return field.current?.focus();
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

  return {
    ...{ lines, draft, kept, waiting, trouble, error, field, at, now, result },
    ...{ setDraft, add, remove, edit, editWaiting, go },
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
