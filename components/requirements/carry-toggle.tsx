"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon } from "@/components/ui/icon";
import type { TraceWords } from "@/domain/trace/model";
import styles from "./carry-toggle.module.css";

/** Chooses words of a kernwaarde as what carries a requirement, or lets go of them; they stay where they stand. */
export function CarryToggle({
  action,
  slug,
  requirementId,
  words: { reaction, passage, carries, proposed },
}: {
  action: (data: FormData) => Promise<void>;
  slug: string;
  requirementId: string;
  words: Pick<TraceWords, "carries" | "proposed"> & {
    reaction: { id: string; number: number } | null;
    passage: { id: string } | null;
  };
}) {
  const t = useTranslations("requirements.carry");
  const [chosen, setChosen] = useState(carries);
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
      done={() => setChosen(!chosen)}
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
          {reaction ? t("which", { number: reaction.number }) : t("loose")}
        </span>
      </Button>
      {proposed && !chosen ? <span className={styles.why}>{t("proposed")}</span> : null}
    </ButtonForm>
  );
}
