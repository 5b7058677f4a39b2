"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { KeyGroup } from "@/components/shell/key-list";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import { KIND_KEYS } from "./kinds";

const ACTIONS = [
  ["move", ["↓", "↑", "j", "k"]],
  ["accept", ["Enter", "a"]],
  ["takeOver", ["A"]],
  ["nextOpen", ["n"]],
  ["range", ["Shift ↓", "Shift ↑"]],
  ["toggle", ["Spatie"]],
  ["all", ["Ctrl A"]],
  ["alike", ["="]],
  ["group", ["g"]],
  ["split", ["s"]],
  ["join", ["m", "+"]],
  ["irrelevant", ["x"]],
  ["statement", ["1", "…", "9", "0"]],
  ["undo", ["u"]],
] as const;

/** All keys of the workbench, for the list of keys; the same object while the language is. */
export function useBenchKeys(): KeyGroup[] {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return useMemo(
    () => [
      {
        title: t("keys.title"),
        lead: t("keys.where"),
        keys: ACTIONS.map(([action, keys]) => ({ name: t(`keys.${action}`), keys })),
      },
      {
        title: t("keys.kinds"),
        narrow: true,
        keys: SEGMENT_KINDS.map((kind) => ({
          name: kinds(`input.${kind}`),
          keys: [KIND_KEYS[kind]],
        })),
      },
    ],
    [t, kinds],
  );
}
