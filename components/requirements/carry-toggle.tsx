"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { shortened } from "@/components/text/shortened";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon } from "@/components/ui/icon";
import type { TraceWords } from "@/domain/trace/model";
import styles from "./carry-toggle.module.css";

/** Said in the window when words were chosen or let go of. */
const CHOSEN = "herleid:carries";

/** Chooses words of a kernwaarde as what carries a requirement, or lets go of them; they stay where they stand. */
export function CarryToggle({
  action,
  slug,
  requirementId,
  words: { reaction, passage, carries, proposed, text },
}: {
  action: (data: FormData) => Promise<void>;
  slug: string;
  requirementId: string;
  words: Pick<TraceWords, "carries" | "proposed"> & {
    reaction: { id: string; number: number } | null;
    passage: { id: string } | null;
    /** What they say. */
    text: string;
  };
}) {
  const t = useTranslations("requirements.carry");
  const [chosen, setChosen] = useState(carries);
  const which = `${requirementId} ${reaction?.id ?? passage?.id}`;
  // The same words can stand under two kernwaarden, and in the margin as well: they are chosen once.
  useEffect(() => {
    const follow = (event: Event) => {
      const { detail } = event as CustomEvent<{ which: string; carries: boolean }>;
      if (detail.which === which) setChosen(detail.carries);
    };
    window.addEventListener(CHOSEN, follow);
    return () => window.removeEventListener(CHOSEN, follow);
  }, [which]);
  return (
    <ButtonForm
      action={action}
      className={styles.form}
      hidden={{
        dossier: slug,
        requirementId,
        reactionId: reaction?.id ?? "",
        passageId: reaction ? "" : (passage?.id ?? ""),
        carries: chosen ? "" : "ja",
      }}
      done={() =>
        window.dispatchEvent(new CustomEvent(CHOSEN, { detail: { which, carries: !chosen } }))
      }
    >
      <Button
        type="submit"
        variant="subtle"
        size="small"
        aria-pressed={chosen}
        className={styles.toggle}
      >
        <Icon name={chosen ? "check" : "plus"} />
        {t("toggle")}
        <span className="visually-hidden">
          {" "}
          {reaction
            ? t("which", { number: reaction.number })
            : t("loose", { words: shortened(text, 60) })}
        </span>
      </Button>
      {proposed && !chosen ? <span className={styles.why}>{t("proposed")}</span> : null}
    </ButtonForm>
  );
}
