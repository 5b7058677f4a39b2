"use client";

import { useTranslations } from "next-intl";
import type { UndoableStep } from "@/domain/splitting/model";

/** Says what a step did: to which words or how many blocks, and what it made of them. */
export function useStepWords(): (step: UndoableStep) => string {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return ({ action, words, count, kind, was }) => {
    const what = words ? t("step.one", { words }) : t("step.many", { count });
    if (kind && was && kind !== was) {
      return t("step.kindWas", {
        what,
        kind: kinds(`input.${kind}`),
        was: kinds(`input.${was}`),
      });
    }
    if (kind) return t("step.kind", { what, kind: kinds(`input.${kind}`) });
    return t("step.other", { what, did: t(`undo.${action}`) });
  };
}
