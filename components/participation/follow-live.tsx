"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import styles from "./follow.module.css";

/** After a line was refused it is tried again, and the page asked again, after so long. */
const AGAIN_MS = 30_000;

type Line = "none" | "there" | "lost" | "over";

/**
 * Keeps the page as it is now, by a line that only says that something changed; each time that there is one again the page
 * is asked again. A page that nobody looks at has none. Without a script it says of when it is, with the way to ask again.
 */
export function KeepUp({
  live,
  look,
  href,
  at,
}: {
  /** Where the line is; null when nothing can come in. */
  live: string | null;
  /** Has the page drawn anew. Where there is no answer nothing changes. */
  look: () => Promise<void>;
  /** This page. */
  href: string;
  /** The time at which it was asked, as the clock says it. */
  at: string;
}) {
  const t = useTranslations("participation.follow.live");
  const [line, setLine] = useState<Line>("none");
  const [asking, startAsking] = useTransition();
  // One at a time: of many changes in a row none would ever be shown if each broke off the one before.
  const asked = useRef({ now: false, again: false });
  const refresh = useRef(() => {
    if (asked.current.now) asked.current.again = true;
    else {
      asked.current.now = true;
      // Without an answer the line drops as well: it asks again once it is back.
      startAsking(() => look().catch(() => {}));
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the page was answered
  useEffect(() => {
    asked.current.now = asking;
    if (asking || !asked.current.again) return;
    asked.current.again = false;
    refresh.current();
  }, [asking]);
  useEffect(() => {
    if (!live) return;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const hang = () => {
      clearTimeout(again);
      source?.close();
      source = null;
    };
    const connect = () => {
      hang();
      if (document.hidden) return;
      const made = new EventSource(live);
      source = made;
      made.onopen = () => {
        setLine("there");
        refresh.current();
      };
      made.onmessage = () => refresh.current();
      made.addEventListener("over", () => {
        hang();
        setLine("over");
        refresh.current();
      });
      made.onerror = () => {
        setLine("lost");
        // It looks for the line by itself, unless it was told that there is none.
        if (made.readyState !== EventSource.CLOSED) return;
        hang();
        again = setTimeout(() => {
          refresh.current();
          connect();
        }, AGAIN_MS);
      };
    };
    connect();
    document.addEventListener("visibilitychange", connect);
    return () => {
      document.removeEventListener("visibilitychange", connect);
      hang();
    };
  }, [live]);
  const words = { none: null, there: t("there"), lost: t("lost"), over: t("over") };
  // The page may be told that nothing comes in any more before the line is.
  const now = live === null && line !== "none" ? "over" : line;
  return (
    <div className={styles.line}>
      <Paragraph small muted>
        {t("at", { time: at })} {words[now]}
      </Paragraph>
      {now === "there" ? null : (
        <TextLink href={href} prefetch={false}>
          {t("refresh")}
        </TextLink>
      )}
    </div>
  );
}

/** A reaction as the list shows it, in words. */
export interface LatestLine {
  /** The same reaction, as long as it did not change. */
  key: string;
  href: string;
  name: string;
  about: string;
  time: string;
  position: string | null;
  text: string;
}

/**
 * The latest reactions as they were when somebody last asked for them. What comes in meanwhile waits behind a button, so that
 * nothing moves under who reads.
 */
export function LatestReactions({
  latest,
  most,
  shownAtOnce,
}: {
  latest: readonly LatestLine[];
  /** As many are looked at: when all are new there may be more. */
  most: number;
  shownAtOnce: number;
}) {
  const t = useTranslations("participation.follow.latest");
  const [shown, setShown] = useState(latest);
  const known = new Set(shown.map(({ key }) => key));
  const fresh = latest.filter(({ key }) => !known.has(key)).length;
  // What was taken back keeps its place and not its words. Of more than are looked at nobody knows.
  const standing = new Set(latest.map(({ key }) => key));
  const isGone = (key: string) => latest.length < most && !standing.has(key);
  return (
    <section aria-labelledby="laatste-title">
      <div className={styles.latestHead}>
        <Heading level={2} id="laatste-title">
          {t("title")}
        </Heading>
        <div aria-live="polite">
          {fresh > 0 ? (
            <Button size="small" onClick={() => setShown(latest)}>
              {fresh < most ? t("show", { count: fresh }) : t("showMany", { count: fresh })}
            </Button>
          ) : null}
        </div>
      </div>
      {shown.length === 0 ? <Paragraph muted>{t("none")}</Paragraph> : null}
      <ol className={styles.latest}>
        {shown.slice(0, shownAtOnce).map(({ key, href, name, about, time, position, text }) => (
          <li key={key}>
            <div className={styles.about}>
              <span>
                <TextLink href={href} prefetch={false}>
                  {name}
                </TextLink>{" "}
                {about}
              </span>
              <span>{time}</span>
            </div>
            {isGone(key) ? (
              <Paragraph muted>{t("gone")}</Paragraph>
            ) : (
              <p>
                {position ? <b>{position}. </b> : null}
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
