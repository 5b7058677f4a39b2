"use client";

import { useTranslations } from "next-intl";
import {
  type DragEvent,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Alert } from "@/components/ui/alert";
import { type FormAction, idleForm } from "@/components/ui/form-state";
import { Icon } from "@/components/ui/icon";
import { SubmissionKey, submissionKey } from "@/components/ui/submission-key";
import { useAnswered } from "@/components/ui/trouble";
import { TroubleNext } from "@/components/ui/trouble-next";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import styles from "./order-list.module.css";

export interface OrderItem {
  id: string;
  /** What the buttons are called after: "E-2.1", "hoofdstuk 3". */
  name: string;
  content: ReactNode;
}

/**
 * A list whose order can be changed: with a button up and a button down at each row, which are
 * ordinary submits, and where there is a mouse by dragging. `move` in the form says what to do:
 * `up:<id>`, `down:<id>`, `before:<id>:<id or end>` or `chapter:<id>:<chapter>`.
 */
export function OrderList({
  action,
  hidden,
  items,
  label,
  children,
}: {
  action: FormAction;
  hidden: Record<string, string>;
  items: OrderItem[];
  label: string;
  /** More of the same form, such as moving the ticked rows to a chapter. */
  children?: ReactNode;
}) {
  const t = useTranslations("requirements");
  const trouble = useTranslations("ui.trouble");
  const id = useId();
  const [state, formAction, pending] = useActionState(useAnswered(action), idleForm);
  const key = useRef<HTMLInputElement>(null);
  const pressed = useRef<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    // The row may have moved in the page, and a browser then drops the focus.
    if (state !== idleForm && pressed.current) document.getElementById(pressed.current)?.focus();
    pressed.current = null;
    // Answered: what is sent from here on is another move.
    if (state !== idleForm && !state.trouble && key.current) key.current.value = submissionKey();
  }, [state]);

  function send(move: string) {
    if (pending) return;
    const data = new FormData();
    for (const [name, value] of Object.entries(hidden)) data.set(name, value);
    data.set(SUBMISSION_KEY, key.current?.value ?? "");
    data.set("move", move);
    startTransition(() => formAction(data));
  }
  const sendLatest = useRef(send);
  sendLatest.current = send;

  useEffect(() => {
    if (!dragged) return;
    return dropOnChapters((chapter) => sendLatest.current(`chapter:${dragged}:${chapter}`));
  }, [dragged]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    pressed.current = submitter?.id ?? null;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => formAction(data));
  }

  const dropAt = (target: string) => ({
    onDragOver: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      setOver(target);
    },
    onDragLeave: () => setOver((now) => (now === target ? null : now)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      if (dragged && dragged !== target) send(`before:${dragged}:${target}`);
      setDragged(null);
    },
  });

  return (
    <div className={styles.outer}>
      <form id={id} action={formAction} onSubmit={submit} hidden>
        <SubmissionKey ref={key} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
      <div role="status" className={styles.status}>
        {state.status === "done" && state.message ? <Alert tone="ok">{state.message}</Alert> : null}
        {state.status === "error" ? (
          <Alert tone="error" title={state.trouble ? trouble(state.trouble) : undefined}>
            {state.trouble ? <TroubleNext trouble={state.trouble} kept={null} /> : state.message}
          </Alert>
        ) : null}
      </div>
      <ol className={styles.list} aria-label={label} aria-busy={pending || undefined}>
        {items.map((item, index) => (
          <li
            key={item.id}
            className={styles.row}
            data-dragged={dragged === item.id || undefined}
            data-over={over === item.id || undefined}
            {...dropAt(item.id)}
          >
            <span
              className={styles.handle}
              draggable
              aria-hidden="true"
              title={t("order.drag")}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", item.name);
                const row = event.currentTarget.closest("li");
                if (row) event.dataTransfer.setDragImage(row, 16, 16);
                setDragged(item.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            >
              <Grip />
            </span>
            <div className={styles.content}>{item.content}</div>
            <div className={styles.moves}>
              <button
                type="submit"
                form={id}
                id={`${id}-up-${item.id}`}
                name="move"
                value={`up:${item.id}`}
                className={styles.move}
                aria-disabled={index === 0 || undefined}
              >
                <Icon name="arrow-up" />
                <span className="visually-hidden">{t("order.up", { name: item.name })}</span>
              </button>
              <button
                type="submit"
                form={id}
                id={`${id}-down-${item.id}`}
                name="move"
                value={`down:${item.id}`}
                className={styles.move}
                aria-disabled={index === items.length - 1 || undefined}
              >
                <Icon name="arrow-down" />
                <span className="visually-hidden">{t("order.down", { name: item.name })}</span>
              </button>
            </div>
          </li>
        ))}
        {dragged ? (
          <li
            className={styles.end}
            data-over={over === "end" || undefined}
            aria-hidden="true"
            {...dropAt("end")}
          >
            {t("order.end")}
          </li>
        ) : null}
      </ol>
      {children}
    </div>
  );
}

function Grip() {
  return (
    <svg viewBox="0 0 12 20" width="12" height="20" fill="currentColor" aria-hidden="true">
      {[4, 10, 16].map((y) => (
        <g key={y}>
          <circle cx="3" cy={y} r="1.5" />
          <circle cx="9" cy={y} r="1.5" />
        </g>
      ))}
    </svg>
  );
}

/** While something is dragged the chapters beside the list take it. */
function dropOnChapters(drop: (chapterId: string) => void): () => void {
  const targets = [...document.querySelectorAll<HTMLElement>("[data-chapter]")];
  const offs = targets.map((target) => {
    const onOver = (event: globalThis.DragEvent) => {
      event.preventDefault();
      target.dataset.over = "";
    };
    const onLeave = () => {
      delete target.dataset.over;
    };
    const onDrop = (event: globalThis.DragEvent) => {
      event.preventDefault();
      onLeave();
      if (target.dataset.chapter) drop(target.dataset.chapter);
    };
    target.addEventListener("dragover", onOver);
    target.addEventListener("dragleave", onLeave);
    target.addEventListener("drop", onDrop);
    return () => {
      onLeave();
      target.removeEventListener("dragover", onOver);
      target.removeEventListener("dragleave", onLeave);
      target.removeEventListener("drop", onDrop);
    };
  });
  return () => {
    for (const off of offs) off();
  };
}
