import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { QueueRow } from "@/domain/moderation/model";
import styles from "./moderation.module.css";

/** Reactions to read under each other, with one button below the last. */
export function ReadingList({
  slug,
  consultationId,
  rows,
  place,
}: {
  slug: string;
  consultationId: string;
  rows: readonly QueueRow[];
  place: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("moderation");
  const positions = useTranslations("participation.react.position");
  if (rows.length === 0) return <Paragraph>{t("list.none")}</Paragraph>;
  return (
    <>
      <Paragraph>{t("list.lead", { count: rows.length })}</Paragraph>
      <ol className={styles.reading}>
        {rows.map((row) => (
          <li key={row.reactionId} className={styles.words}>
            <p className={styles.small}>
              <TextLink
                href={addresses
                  .dossier(slug)
                  .moderation(consultationId, { reaction: row.reactionId })}
              >
                R-{row.number}
              </TextLink>
              , {row.group ?? t("noGroup")}.{" "}
              {row.statement === null ? t("atEnd") : t("at", { number: row.statement })}
              {row.position ? `, ${positions(row.position).toLowerCase()}` : null}.
            </p>
            <blockquote className={styles.quote}>{row.text}</blockquote>
          </li>
        ))}
      </ol>
      <ButtonForm action={place}>
        {rows.map(({ seen }) => (
          <input key={seen} type="hidden" name="seen" value={seen} />
        ))}
        <Button type="submit" variant="primary">
          {t("list.submit", { count: rows.length })}
        </Button>
      </ButtonForm>
    </>
  );
}
