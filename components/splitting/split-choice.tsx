"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Paragraph } from "@/components/ui/text";
import type { SegmentRow } from "@/domain/splitting/model";
import { likelyCut, wordsAround, wordsOf } from "./segment-words";

/** Where a reaction is cut in two: before which word, from a list that starts at the likeliest place. */
export function SplitChoice({
  segment,
  action,
  hidden,
}: {
  segment: SegmentRow;
  action: FormAction;
  hidden: Record<string, string | number>;
}) {
  const t = useTranslations("splitting.split");
  const cut = useTranslations("reactions.cut");
  const words = wordsOf(segment);
  if (words.length < 2) return <Paragraph muted>{cut("oneWord")}</Paragraph>;
  return (
    <ActionForm
      name={null}
      action={action}
      hidden={{ ...hidden, type: "split" }}
      submitLabel={t("here")}
    >
      <SelectField
        name="offset"
        label={t("label")}
        defaultValue={String(words[likelyCut(words)]?.offset ?? "")}
        options={words.slice(1).map((word, i) => ({
          value: String(word.offset),
          label: t("between", wordsAround(words, i + 1)),
        }))}
      />
    </ActionForm>
  );
}
