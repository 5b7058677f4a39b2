"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { useLetterKeys, usePageKeys } from "@/components/shell/keys";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { RoomScreen } from "@/domain/room/model";
import styles from "./room.module.css";

/** The buttons below the screen in the room, and the keys that press them. */
export function ProjectorKeys({
  statements,
  shown,
  resultShown,
  asksPosition,
  show,
}: Pick<RoomScreen, "statements" | "shown" | "resultShown" | "asksPosition"> & {
  show: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("room.projector");
  const letters = useLetterKeys();
  const box = useRef<HTMLDivElement>(null);
  usePageKeys(
    useMemo(
      () => [
        {
          title: t("title"),
          keys: [
            { name: t("previous"), keys: ["←"] },
            { name: t("next"), keys: ["→"] },
            { name: t("show"), keys: ["u"] },
          ],
        },
      ],
      [t],
    ),
  );
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const letter = event.key.toLowerCase() === "u" && letters ? "u" : "";
      const key = event.key === "ArrowLeft" || event.key === "ArrowRight" ? event.key : letter;
      const at = key && box.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
      if (!at) return;
      event.preventDefault();
      at.click();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [letters]);
  const now = statements[shown];
  const [before, after] = [statements[shown - 1], statements[shown + 1]];
  return (
    <div ref={box} className={styles.controls}>
      {before ? (
        <ButtonForm action={show} hidden={{ statementId: before.id, result: "no" }}>
          <Button type="submit" size="small" data-key="ArrowLeft">
            {t("previous")}
          </Button>
        </ButtonForm>
      ) : null}
      {after ? (
        <ButtonForm action={show} hidden={{ statementId: after.id, result: "no" }}>
          <Button type="submit" size="small" data-key="ArrowRight">
            {t("next")}
          </Button>
        </ButtonForm>
      ) : null}
      {now && asksPosition ? (
        <ButtonForm
          action={show}
          hidden={{ statementId: now.id, result: resultShown ? "no" : "yes" }}
        >
          <Button type="submit" size="small" data-key="u">
            {resultShown ? t("hide") : t("show")}
          </Button>
        </ButtonForm>
      ) : null}
    </div>
  );
}
