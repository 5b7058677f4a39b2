"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import { useDocument } from "./document-context";
import styles from "./document-margin.module.css";
import { MarginWords } from "./margin-words";

/**
 * Beside the text: the words that the requirement somebody is at comes from. On a narrow screen a line at the bottom,
 * which opens them as a sheet.
 */
export function DocumentMargin({
  ref,
  sum,
  sheet,
  openSheet,
  closeSheet,
}: {
  ref: Ref<HTMLElement>;
  sum: ReactNode;
  sheet: boolean;
  openSheet: () => void;
  closeSheet: () => void;
}) {
  const t = useTranslations("requirements");
  const { current } = useDocument();
  return (
    <>
      <aside
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and H leads here
        tabIndex={0}
        aria-labelledby="kantlijn"
        className={styles.margin}
        onKeyDown={(event) => {
          if (event.key === "Escape" && current) document.getElementById(current.code)?.focus();
        }}
      >
        <Heading level={2} id="kantlijn" className={styles.heading}>
          {current ? <CodeTag>{current.code}</CodeTag> : null}
          {current ? t("trace.title") : t("document.sum")}
        </Heading>
        {current ? <MarginContent /> : sum}
      </aside>
      {current ? (
        <div className={styles.peek}>
          <Button className={styles.open} onClick={openSheet}>
            <span>
              {t("trace.title")} {current.code} <Summary />
            </span>
            <Icon name="arrow-up" />
          </Button>
        </div>
      ) : null}
      <Dialog
        open={sheet && current !== null}
        onClose={closeSheet}
        title={`${t("trace.title")} ${current?.code ?? ""}`}
      >
        <MarginContent />
      </Dialog>
    </>
  );
}

/** How many words, once they are known. */
function Summary() {
  const t = useTranslations("requirements.document");
  const { loaded } = useDocument();
  if (loaded.state !== "there") return null;
  return (
    <span className={styles.many}>{t("words", { count: loaded.data.trace.totals.words })}</span>
  );
}

function MarginContent() {
  const t = useTranslations("requirements");
  const { slug, current, loaded, actions, mayWrite } = useDocument();
  if (!current) return null;
  const to = addresses.dossier(slug);
  return (
    <div className={styles.content} aria-busy={loaded.state === "loading" || undefined}>
      {loaded.state === "loading" ? <p className={styles.note}>{t("document.loading")}</p> : null}
      {loaded.state === "failed" ? <p className={styles.note}>{t("document.failed")}</p> : null}
      {loaded.state === "there" ? (
        <MarginWords
          slug={slug}
          trace={loaded.data.trace}
          carry={mayWrite ? actions.carry : undefined}
        />
      ) : null}
      <p className={styles.whole}>
        <TextLink href={to.trace(current.id)}>
          {t("document.whole", { code: current.code })}
        </TextLink>
      </p>
    </div>
  );
}
