"use client";

import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button, ButtonLink } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { plainWords } from "@/domain/text/rules";
import type { ChosenWords } from "./chosen-words";
import { NEXT, WRITE_REQUIREMENT } from "./next-step";
import styles from "./select-words.module.css";

/** What one can do with chosen words: code them, write a requirement, or see what rests on them. */
export function WordsForm({
  words,
  sourceVersionId,
  slug,
  sourceId,
  version,
  traced = false,
  quote,
}: {
  words: ChosenWords;
  sourceVersionId: string;
  slug: string;
  sourceId: string;
  version?: number;
  /** Whether the reader is already looking at what rests on them. */
  traced?: boolean;
  /** Left out for who may only read. */
  quote?: FormAction;
}) {
  const t = useTranslations("sources.words");
  const place = { from: words.start, until: words.end, version };
  const trace = traced ? null : (
    <ButtonLink href={addresses.dossier(slug).wordsTrace(sourceId, place)}>{t("trace")}</ButtonLink>
  );
  return (
    <div className={styles.form}>
      <blockquote className={styles.chosen}>{shorten(words.exact)}</blockquote>
      {quote ? (
        <ActionForm
          name={null}
          action={quote}
          label={t("formLabel")}
          hidden={{ sourceVersionId, ...words }}
          submitLabel={t("code")}
          secondary={
            <>
              <Button type="submit" name={NEXT} value={WRITE_REQUIREMENT}>
                {t("write")}
              </Button>
              {trace}
            </>
          }
        />
      ) : (
        trace
      )}
    </div>
  );
}

/** Enough of the words to recognise them by, cut at words. */
function shorten(words: string): string {
  const line = plainWords(words);
  if (line.length <= 160) return `“${line}”`;
  const opening = line.slice(0, 90).replace(/\s\S*$/, "");
  const closing = line.slice(-60).replace(/^\S*\s/, "");
  return `“${opening} … ${closing}”`;
}
