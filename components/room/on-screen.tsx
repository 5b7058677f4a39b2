"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import styles from "./room.module.css";

/** How often a phone asks which stelling is on the screen: forty of them are eight short questions a second. */
const ASK_MS = 5_000;
/** The same while no meeting is going on: one may begin while this page is open. */
const ASK_SELDOM_MS = 30_000;

/** Says on a phone in the room which stelling is on the screen, with the way there. Nothing moves by itself. */
export function OnScreen({
  code,
  shown,
  at,
}: {
  code: string;
  /** What was on the screen when the page was asked; null for nothing. */
  shown: number | null;
  /** The stelling of this page. */
  at: number;
}) {
  const t = useTranslations("room.phone");
  const [n, setN] = useState(shown);
  const meets = n !== null;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const again = () => {
      if (gone) return;
      // Not all at the same moment.
      timer = setTimeout(ask, (meets ? ASK_MS : ASK_SELDOM_MS) * (0.8 + Math.random() * 0.4));
    };
    const ask = async () => {
      try {
        if (document.hidden) return;
        const answer = await fetch(addresses.reactScreen(code), { cache: "no-store" });
        if (answer.ok && !gone) setN(((await answer.json()) as { n: number | null }).n);
      } catch {
        // There is no connection now.
      } finally {
        again();
      }
    };
    const back = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      void ask();
    };
    again();
    document.addEventListener("visibilitychange", back);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, [code, meets]);
  if (n === null) return null;
  return (
    <p className={styles.onScreen} role="status">
      {/* A page that came before the meeting has no button to vote with: it is asked anew. */}
      {n === at && shown !== null ? (
        t("here")
      ) : (
        <>
          {t("now", { n })}.{" "}
          <TextLink href={addresses.reactStatement(code, n)} prefetch={false}>
            {t("go")}
          </TextLink>
        </>
      )}
    </p>
  );
}
