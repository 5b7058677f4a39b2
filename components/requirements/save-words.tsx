"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import styles from "./save-words.module.css";
import { useWritingState, type WritingState } from "./writing-state";

/** In the bar above the document: where the words are that somebody writes. Said once per change, politely. */
export function SaveWords() {
  const state = useWritingState();
  return (
    <>
      {/* What is on its way is seen and not said: it would be said at every pause. */}
      {state?.saved === "typing" ? <Words state={state} /> : null}
      <div role="status" className={styles.status}>
        {state && state.saved !== "typing" ? <Words state={state} /> : null}
      </div>
    </>
  );
}

/** The same at the text itself; not said a second time. */
export function SaveWordsHere({ code }: { code: string }) {
  const state = useWritingState();
  return state?.code === code ? <Words state={state} /> : null;
}

function Words({ state: { saved, code, at = "", message = "" } }: { state: WritingState }) {
  const t = useTranslations("requirements.document");
  const pathname = usePathname();
  const trouble = saved !== "typing" && saved !== "kept" && saved !== "saved";
  return (
    <span className={styles.words} data-trouble={trouble || undefined}>
      {saved === "typing" ? null : <Icon name={trouble ? "warning" : "check"} />}
      <span>
        {t(`save.${saved}`, { code, at, message })}{" "}
        {saved === "signedOut" ? (
          <TextLink href={addresses.signIn({ next: `${pathname}#${code}` })}>
            {t("save.signIn")}
          </TextLink>
        ) : null}
      </span>
    </span>
  );
}
