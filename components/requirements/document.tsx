"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { isTyping, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import styles from "./document.module.css";
import { Context, type DocumentActions } from "./document-context";
import type { DocumentRow } from "./document-data";
import { DocumentMargin } from "./document-margin";
import { useRequirementData } from "./use-requirement-data";

/** From here the margin stands beside the text; narrower it is a sheet. As in the style sheet. */
const BESIDE = "(min-width: 64rem)";

/** From here the contents stand beside the text too, and are no fold. */
const CONTENTS_BESIDE = "(min-width: 85rem)";

/** A code in an address: `#E-2.1`. */
const CODE = /^[A-Z][a-z]?-\d+[.]\d+$/;

/**
 * The Programma van Eisen to read and to write in: its contents, the requirements, and beside the one somebody is at
 * the words it comes from.
 */
export function RequirementDocument({
  slug,
  rows,
  asked,
  contents,
  sum,
  actions,
  mayWrite,
  children,
}: {
  slug: string;
  /** The requirements of this page, in order. */
  rows: DocumentRow[];
  /** The one the address asks for. */
  asked: DocumentRow | null;
  contents: ReactNode;
  /** What the margin shows when nobody is at a requirement. */
  sum: ReactNode;
  actions: DocumentActions;
  mayWrite: boolean;
  /** Chapters and requirements. */
  children: ReactNode;
}) {
  const t = useTranslations("requirements.document");
  const router = useRouter();
  const letters = useLetterKeys();
  const [current, setCurrent] = useState<DocumentRow | null>(asked);
  const [sheet, setSheet] = useState(false);
  const [writing, setWriting] = useState<string | null>(null);
  const margin = useRef<HTMLElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const loaded = useRequirementData(slug, current?.id ?? null);

  usePageKeys(
    useMemo(
      () => [
        {
          title: t("keys.title"),
          keys: [
            { name: t("keys.trace"), keys: ["h"] },
            ...(mayWrite
              ? [
                  { name: t("keys.write"), keys: ["Enter"] },
                  { name: t("keys.leave"), keys: ["Esc"] },
                  { name: t("keys.move"), keys: ["Alt ↑", "Alt ↓"] },
                ]
              : []),
          ],
        },
      ],
      [t, mayWrite],
    ),
  );

  const toMargin = useCallback(() => {
    if (matchMedia(BESIDE).matches) margin.current?.focus();
    else setSheet(true);
  }, []);

  // An address with only `#E-2.1` does not reach the server: the page that has it is another one.
  useEffect(() => {
    const follow = () => {
      const code = decodeURIComponent(window.location.hash.slice(1));
      const row = rows.find((one) => one.code === code);
      if (row) setCurrent(row);
      else if (CODE.test(code)) router.replace(addresses.dossier(slug).inDocument(code));
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [rows, router, slug]);

  // Beside the text all of it shows; what is open is also heard and reached as such.
  useEffect(() => {
    const wide = matchMedia(CONTENTS_BESIDE);
    const unfold = () => {
      const fold = side.current?.querySelector("details");
      if (fold) fold.open = wide.matches;
    };
    unfold();
    wide.addEventListener("change", unfold);
    return () => wide.removeEventListener("change", unfold);
  }, []);

  useEffect(() => {
    if (!letters || !current) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key !== "h" || isTyping(event) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      toMargin();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, current, toMargin]);

  const value = useMemo(
    () => ({
      ...{ slug, current, choose: setCurrent, loaded, toMargin },
      ...{ actions, mayWrite, writing, setWriting },
    }),
    [slug, current, loaded, toMargin, actions, mayWrite, writing],
  );
  return (
    <Context value={value}>
      <div className={styles.grid}>
        <div ref={side} className={styles.contents}>
          {contents}
        </div>
        <div className={styles.text}>{children}</div>
        <DocumentMargin
          ref={margin}
          sum={sum}
          sheet={sheet}
          openSheet={() => setSheet(true)}
          closeSheet={() => setSheet(false)}
        />
      </div>
    </Context>
  );
}
