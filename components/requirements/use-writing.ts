"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useAccount } from "@/components/ui/account";
import { idleForm } from "@/components/ui/form-state";
import { forgetWords, keepWords, placeOf, readKept } from "@/components/ui/kept-words";
import { submissionKey } from "@/components/ui/submission-key";
import { troubleOf } from "@/components/ui/trouble";
import type { RequirementKind } from "@/db/vocabulary";
import { formatClock } from "@/domain/kernel/dates";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import type { Body } from "@/domain/text/rich-text";
import { useDocument } from "./document-context";
import type { DocumentRow, Standing } from "./document-data";
import { conflictIn, type SaveState } from "./save-state";
import { setWritingState } from "./writing-state";

/** What is written in the document; the other fields are those of the version that stands. */
export interface Words {
  title: string;
  kind: RequirementKind;
  body: Body;
  explanation: string;
}

/** Milliseconds of quiet before words are kept in the browser, and by the server. */
const BROWSER_MS = 300;
const SERVER_MS = 1_000;
/** How often it is tried again while there is no connection. */
const AGAIN_MS = 5_000;
/** After so long without typing the sitting is over: what was written becomes a version. */
const SITTING_MS = 5 * 60_000;

/** What the words in the browser are called among the forms of the page. */
export const KEPT_AS = "requirement.document";

/** What the writing begins with: the newest of what the browser has, what the server has, and what stands. */
function begin(place: string | null, standing: Standing) {
  const { draft, n, title, kind, body, explanation } = standing;
  const kept = place ? readKept(place) : null;
  if (kept && (!draft || kept.at > draft.savedAt)) {
    const field = (name: string) => String(kept.fields[name] ?? "");
    try {
      return {
        words: {
          title: field("title"),
          kind: field("kind") as RequirementKind,
          body: JSON.parse(field("body")) as Body,
          explanation: field("explanation"),
        },
        base: Number(field("base")),
        since: kept.at,
      };
    } catch {
      // What cannot be read is nothing.
    }
  }
  if (draft) return { words: draft, base: draft.base, since: draft.savedAt };
  return { words: { title, kind, body, explanation }, base: n, since: null };
}

/**
 * Keeps what is written of a requirement: in the browser at once, on the server when one pauses, and as a version when
 * one leaves it. Without connection or signed out it stays in the browser and is sent again by itself.
 */
export function useWriting(
  row: DocumentRow,
  standing: Standing,
  onLeft: (saved: (Words & { n: number }) | null) => void,
) {
  const { slug, actions } = useDocument();
  const account = useAccount();
  const pathname = usePathname();
  const router = useRouter();
  const place = account ? placeOf(account, pathname, KEPT_AS, row.id) : null;
  const [start] = useState(() => begin(place, standing));
  const words = useRef<Words>(start.words);
  const base = useRef(start.base);
  const reason = useRef("");
  const touched = useRef(start.since !== null);
  const over = useRef(false);
  /** Number of the version that was made last. */
  const made = useRef<number | null>(null);
  const leaving = useRef(false);
  const sending = useRef<Promise<void> | null>(null);
  const key = useRef(submissionKey());
  const timers = useRef<
    Record<"browser" | "server" | "sitting", ReturnType<typeof setTimeout> | undefined>
  >({
    browser: undefined,
    server: undefined,
    sitting: undefined,
  });
  const [conflict, setConflict] = useState<SaveState | null>(null);
  const [findings, setFindings] = useState(standing.findings);

  function fields(): Record<string, string> {
    const { title, kind, body, explanation } = words.current;
    return {
      ...{ title, kind, explanation, body: JSON.stringify(body), base: String(base.current) },
    };
  }
  function form(more: Record<string, string>): FormData {
    const data = new FormData();
    const sent = { dossier: slug, requirementId: row.id, bodyFormat: "json", ...fields(), ...more };
    for (const [name, value] of Object.entries(sent)) data.set(name, value);
    return data;
  }
  function keep() {
    clearTimeout(timers.current.browser);
    if (place && touched.current && !over.current) keepWords(place, fields());
  }
  function stop() {
    over.current = true;
    for (const timer of Object.values(timers.current)) clearTimeout(timer);
  }
  const say = (saved: "typing" | "kept" | "saved" | "stale") =>
    setWritingState({ saved, code: row.code, at: formatClock(new Date().toISOString()) });
  function refuse({ fields: wrong, message }: SaveState) {
    const why = Object.values(wrong ?? {})[0] ?? message;
    setWritingState({ saved: "refused", code: row.code, message: why });
  }
  /** No answer: it stays in the browser, and is sent again. */
  function lost(error: unknown) {
    const { trouble, message } = troubleOf(error);
    if (trouble === "refused") return refuse({ status: "error", message });
    setWritingState({
      saved: trouble === "signedOut" ? "signedOut" : "offline",
      code: row.code,
    });
    clearTimeout(timers.current.server);
    timers.current.server = setTimeout(again, AGAIN_MS);
  }
  function again() {
    if (over.current) return;
    if (leaving.current) void leave();
    else void draft();
  }

  async function draft(): Promise<void> {
    clearTimeout(timers.current.server);
    if (over.current || !touched.current) return;
    // One at a time, and the last words go last.
    await sending.current;
    const sent = fields();
    sending.current = (async () => {
      try {
        const answer = await actions.draft(idleForm, form({}));
        if (over.current) return;
        if (answer.status === "error") return refuse(answer);
        if (answer.findings) setFindings(answer.findings);
        if (Number(answer.token) !== base.current) return say("stale");
        if (JSON.stringify(sent) === JSON.stringify(fields())) say("kept");
      } catch (error) {
        if (!over.current) lost(error);
      } finally {
        sending.current = null;
      }
    })();
    return sending.current;
  }

  /** Makes a version of the words. @returns its number; null when it was not made. */
  async function commit(): Promise<number | null> {
    clearTimeout(timers.current.server);
    await sending.current;
    const { evidence, verification, score, weight } = standing;
    const data = form({
      ...{ evidence, verification, score: String(score ?? ""), weight: String(weight ?? "") },
      ...{
        lockVersion: String(base.current),
        reason: reason.current,
        [SUBMISSION_KEY]: key.current,
      },
    });
    const sent = JSON.stringify(fields());
    try {
      const answer = await actions.write(idleForm, data);
      key.current = submissionKey();
      if (conflictIn(answer)) {
        setConflict(answer);
        say("stale");
        return null;
      }
      if (answer.status === "error") {
        refuse(answer);
        return null;
      }
      base.current = Number(answer.token);
      made.current = base.current;
      // Of what was typed meanwhile nothing is forgotten.
      if (sent === JSON.stringify({ ...fields(), base: JSON.parse(sent).base })) {
        touched.current = false;
        if (place) forgetWords(place);
        say("saved");
      }
      return base.current;
    } catch (error) {
      lost(error);
      return null;
    }
  }

  /** Ends the writing: with a version when something was written. Without an answer it stays open. */
  async function leave(): Promise<boolean> {
    if (over.current) return true;
    keep();
    if (!touched.current) {
      stop();
      onLeft(made.current === null ? null : { ...words.current, n: made.current });
      return true;
    }
    leaving.current = true;
    const n = await commit();
    if (n === null) return false;
    stop();
    onLeft({ ...words.current, n });
    return true;
  }

  /** Lets go of one's own words. */
  function discard() {
    stop();
    if (place) forgetWords(place);
    setWritingState(null);
    onLeft(null);
    actions.draft(idleForm, form({ discard: "ja" })).then(
      () => router.refresh(),
      // It is said above the document until it is gone.
      () => {},
    );
  }

  const keepOnLeaving = useEffectEvent(keep);
  const draftOnHiding = useEffectEvent(() => {
    keep();
    if (document.visibilityState === "hidden") void draft();
  });
  const sendAgain = useEffectEvent(again);
  const afterwards = useEffectEvent(() => {
    if (over.current || !touched.current) return;
    keep();
    // Going elsewhere is leaving too; what is refused stays kept, and the document says so.
    void commit().then((n) => {
      stop();
      if (n !== null) router.refresh();
    });
  });
  useEffect(() => {
    const onHide = () => keepOnLeaving();
    const onHidden = () => draftOnHiding();
    const onLine = () => sendAgain();
    window.addEventListener("pagehide", onHide);
    window.addEventListener("beforeunload", onHide);
    document.addEventListener("visibilitychange", onHidden);
    window.addEventListener("online", onLine);
    return () => {
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("beforeunload", onHide);
      document.removeEventListener("visibilitychange", onHidden);
      window.removeEventListener("online", onLine);
      afterwards();
    };
  }, []);

  return {
    /** What was found in the words that the server keeps. */
    findings,
    start,
    conflict,
    change: (patch: Partial<Words>) => {
      words.current = { ...words.current, ...patch };
      touched.current = true;
      leaving.current = false;
      say("typing");
      const { browser, server, sitting } = timers.current;
      for (const timer of [browser, server, sitting]) clearTimeout(timer);
      timers.current = {
        browser: setTimeout(keep, BROWSER_MS),
        server: setTimeout(() => void draft(), SERVER_MS),
        sitting: setTimeout(() => void commit(), SITTING_MS),
      };
    },
    giveReason: (given: string) => {
      reason.current = given;
    },
    leave,
    discard,
    /** Goes on top of the version that the conflict showed. */
    keepMine: async () => {
      const shown = conflict && conflictIn(conflict);
      if (!shown) return;
      base.current = shown.n;
      setConflict(null);
      await leave();
    },
  };
}
