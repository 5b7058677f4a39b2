"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { RequirementRow } from "@/domain/requirements/model";
import styles from "./document.module.css";
import { useDocument } from "./document-context";
import { KindBadge } from "./kind-badge";
import { offsetAt } from "./place-in-text";
import { useMove } from "./use-move";
import { useStanding } from "./use-standing";
import type { Words } from "./use-writing";

/** The editor is fetched when somebody comes to a requirement, and not with the page. */
const load = () => import("./requirement-writer");
const RequirementWriter = dynamic(() => load().then((all) => all.RequirementWriter), {
  ssr: false,
});
const WrittenText = dynamic(() => load().then((all) => all.WrittenText), { ssr: false });

const never = () => () => {};

/**
 * A requirement in the document. With scripts one can stand on it by keyboard, the margin follows, and an author writes in
 * its place.
 */
export function DocumentRequirement({
  row,
  draft,
  foot,
  children,
  facts,
}: {
  row: Pick<RequirementRow, "id" | "code" | "title" | "kind" | "dropped" | "n">;
  /** Whether the server keeps words that one did not leave. */
  draft: boolean;
  /** What it rests on, in short. */
  foot: ReactNode;
  /** Its text. */
  children: ReactNode;
  /** What goes with the text. */
  facts: ReactNode;
}) {
  const t = useTranslations("requirements");
  const { slug, current, choose, toMargin, mayWrite, setWriting } = useDocument();
  const router = useRouter();
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const article = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [saved, setSaved] = useState<(Words & { n: number }) | null>(null);
  const { id, code, dropped } = row;
  const may = mayWrite && !dropped;
  const { standing, start, waiting, end } = useStanding(row, may, draft);
  const move = useMove(id);
  const here = current?.id === id;
  // Until the page brings what was just written.
  const now = saved && saved.n > row.n ? saved : null;
  const { title, kind } = now ?? row;
  const brief = { id, code, title };

  function write(offset: number | null) {
    if (!may || standing) return;
    setCaret(offset);
    void start();
  }

  function onKey(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || !may) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    if (key === "Enter" && !altKey) write(null);
    else if (altKey && key === "ArrowUp") void move("up");
    else if (altKey && key === "ArrowDown") void move("down");
    else return;
    event.preventDefault();
  }

  function onPress(event: MouseEvent) {
    if (!running || !text.current) return;
    if (event.target instanceof Element && event.target.closest("a, button")) return;
    // Who selects words does not want to write.
    if (!window.getSelection()?.isCollapsed) return;
    write(offsetAt(text.current, event.clientX, event.clientY));
  }

  function onLeft(words: (Words & { n: number }) | null) {
    const inside = article.current?.contains(document.activeElement);
    setSaved(words);
    end();
    setWriting(null);
    if (inside) article.current?.focus({ preventScroll: true });
    // What else the page shows of it, and what it would show on coming back.
    if (words) router.refresh();
  }

  return (
    <article
      ref={article}
      id={code}
      aria-labelledby={`${id}-title`}
      aria-keyshortcuts={may ? "Enter Alt+ArrowUp Alt+ArrowDown" : undefined}
      tabIndex={running ? 0 : undefined}
      className={styles.requirement}
      data-current={here || undefined}
      data-dropped={dropped || undefined}
      data-writing={standing ? true : undefined}
      onFocus={() => {
        if (may) void load();
        choose(brief);
      }}
      onKeyDown={onKey}
    >
      <p className={styles.code}>
        <CodeTag>{code}</CodeTag>
      </p>
      <div className={styles.words}>
        <header className={standing ? "visually-hidden" : styles.head}>
          <h3 id={`${id}-title`} className={styles.title}>
            <span className="visually-hidden">{code} </span>
            <TextLink
              href={addresses.dossier(slug).requirement(id)}
              tabIndex={standing ? -1 : undefined}
            >
              {title}
            </TextLink>
          </h3>
          <span className={styles.marks}>
            {dropped ? <Badge tone="error">{t("dropped.badge")}</Badge> : null}
            <KindBadge kind={kind} />
          </span>
        </header>
        {standing ? (
          <RequirementWriter row={brief} standing={standing} caret={caret} onLeft={onLeft} />
        ) : (
          <>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the requirement and the button do the same */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
            <div
              ref={text}
              className={may && running ? styles.writable : undefined}
              onClick={onPress}
            >
              {now ? <WrittenText body={now.body} /> : children}
            </div>
            {facts}
          </>
        )}
        <div className={styles.foot}>
          {foot}
          {running ? (
            <button type="button" className={styles.toMargin} onClick={toMargin}>
              {t("trace.title")}
              <span className="visually-hidden"> {code}</span>
            </button>
          ) : (
            <TextLink href={addresses.dossier(slug).trace(id)}>
              {t("trace.title")}
              <span className="visually-hidden"> {code}</span>
            </TextLink>
          )}
          {running && may && !standing ? (
            <button type="button" className={styles.toMargin} onClick={() => write(null)}>
              {t("document.write")}
              <span className="visually-hidden"> {code}</span>
            </button>
          ) : null}
        </div>
        {waiting && !standing ? (
          <p className={styles.waiting}>
            <Badge tone="warning">{t("document.waiting")}</Badge>
            <Button size="small" onClick={() => write(null)}>
              {t("document.goOn")}
              <span className="visually-hidden"> {code}</span>
            </Button>
          </p>
        ) : null}
      </div>
    </article>
  );
}
